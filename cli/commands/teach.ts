import { count, print, printJson } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

/** `kkr teach`: counts the words of clean documents, for the repair of damaged ones. */
export async function teach(flags: GlobalFlags & { json?: true }): Promise<void> {
  await withHouse(flags, async (house) => {
    const taught = await (await house.archive()).teach('now');
    if (flags.json) {
      const { version = null, documents = 0, words = 0, pairs = 0 } = taught ?? {};
      printJson({ version, documents, words, pairs });
    } else if (!taught) print('Nothing learnt: the archive has no clean document yet.');
    else {
      const learnt = `${count(taught.words, 'word')} and ${count(taught.pairs, 'pair')} of neighbours`;
      print(
        `Learnt ${learnt} from ${count(taught.documents, 'clean document')} (version ${taught.version}).\n` +
          'kkr reread --outdated reads damaged documents again with them.',
      );
    }
  });
}
