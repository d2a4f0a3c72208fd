import { once } from 'node:events';
import { KkrError } from '../../core/errors.ts';
import type { House } from '../compose.ts';
import { fictionalDocuments } from '../fictional.ts';
import { say } from '../output.ts';
import { type GlobalFlags, untilStopped, withHouse } from '../session.ts';

/** `kkr serve`: the archive page and its API, until Ctrl-C. */
export async function serveCommand(flags: GlobalFlags): Promise<void> {
  await withHouse(flags, serve);
}

/** Nobody but this machine may look until privacy is in place, so the address is no setting. */
const LOOPBACK = '127.0.0.1';
/** How long answers that are under way may take once the server is stopped. */
const PATIENCE_MS = 2_000;

export async function serve(house: House): Promise<void> {
  const { buildServer } = await import('../../api/server.ts');
  const server = await buildServer({
    archive: await house.archive(),
    blobs: await house.blobs(),
    index: await house.index(),
    fictional: await fictionalDocuments(),
  });
  await untilStopped(
    async (signal) => {
      try {
        await server.listen({ host: LOOPBACK, port: house.config.port });
      } catch (thrown) {
        throw listenFailure(thrown, house.config.port);
      }
      const address = server.server.address();
      const port = address && typeof address === 'object' ? address.port : house.config.port;
      say(`The archive is on http://localhost:${port} (Ctrl-C ends it).`);
      if (!signal.aborted) await once(signal, 'abort');
      // A reader that never takes the end of an answer must not keep us from ending.
      const patience = setTimeout(() => server.server.closeAllConnections(), PATIENCE_MS);
      await server.close();
      clearTimeout(patience);
    },
    () => say('Closing.'),
  );
}

function listenFailure(thrown: unknown, port: number): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  const hint = 'choose another with --port or KKR_PORT.';
  if (code === 'EADDRINUSE')
    return new KkrError('config-invalid', `Port ${port} is in use already; ${hint}`, { cause: thrown });
  if (code === 'EACCES')
    return new KkrError('config-invalid', `Port ${port} may not be used by you; ${hint}`, { cause: thrown });
  return thrown;
}
