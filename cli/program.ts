import { Argument, Command, Option } from 'commander';
import { EXPORT_FORMATS, TABLE_NAMES } from '../api/export/names.ts';
import { DocumentKind, Language, SORTS } from '../core/vocabulary.ts';
import { bodyName, isoDate, jsonOption, outcome, wholeNumber } from './options.ts';
import { QueryCommand } from './query-command.ts';

/**
 * Every command with its options and help. What a command does is loaded when
 * it is called, so that help and refusals are immediate.
 */
export function buildProgram(version: string): Command {
  const program = new Command('kkr')
    .description(
      'Archive of the decisions of the five Danish councils of municipalities (KKR):\n' +
        'reads their agendas, minutes and appendices and makes them searchable.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: true })
    .addOption(new Option('--data <dir>', "the archive's folder, by default KKR_DATA or ./data"))
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .addHelpText('after', AFTER_HELP);

  addReading(program);
  addArchive(program);
  addServing(program);
  return program;
}

const AFTER_HELP = `
Settings: KKR_DATA (the archive's folder), KKR_NAME, KKR_PORT, KKR_REDIS_URL, KKR_MEILI_URL,
KKR_MEILI_KEY, KKR_MEILI_SEARCH_KEY, KKR_OCR, KKR_WORKERS; flags win over them. Exit codes: 0 done, 1 something failed, 2 not understood, 130 stopped.`;

const REPAIR_EXAMPLES = `
Examples:
  pdftotext gammelt.pdf - | kkr repair > gammelt.txt
  kkr repair --edits referat.txt | cut -f 5,6 | sort | uniq -c | sort -rn
  kkr repair --json referat.txt > referat.json && kkr repair --undo referat.json

A PDF is read and repaired by kkr extract.`;

/** What reads a file and keeps nothing. */
function addReading(program: Command): void {
  program
    .command('extract')
    .summary('read one file and print what it says; nothing is stored')
    .description('Read one file and print what it says: meeting, items, decisions, pages. Nothing is stored.')
    .argument('<file>', 'a PDF, or .txt or .md')
    .addOption(jsonOption())
    .addOption(
      new Option('--layout', 'with --json: lines, sizes and word boxes of every page too').implies({
        json: true,
      }),
    )
    .action(async (file, flags) => (await import('./commands/extract.ts')).extract(file, flags));
  program
    .command('repair')
    .summary('undo damage to Danish texts')
    .description(
      'Print Danish texts with their damage undone: wrong encodings, lost æøå, OCR errors, broken words.\n' +
        'Correct text comes back as it was. Pages parted by form feeds are judged one by one.',
    )
    .argument('[file...]', 'text files in UTF-8, UTF-16 or Windows-1252; - or none is stdin')
    .addOption(new Option('--edits', 'print the changes instead, one a line: where, before, after, rule'))
    .addOption(
      new Option('--doubtful', 'print the words left in doubt instead, one a line').conflicts('edits'),
    )
    .addOption(
      new Option('--json', 'print {text, edits, doubtful, repairedBy}, a line for each file').conflicts([
        'edits',
        'doubtful',
      ]),
    )
    .addOption(
      new Option(
        '--undo <json>',
        'print what a text was before: <json> is what --json printed of it',
      ).conflicts(['edits', 'doubtful', 'json']),
    )
    .addOption(
      new Option('--language <language>', 'what the texts are in, if not theirs to tell').choices(
        Language.options,
      ),
    )
    .addHelpText('after', REPAIR_EXAMPLES)
    .action(async (files, flags, self) => {
      if (flags.undo !== undefined && files.length > 0)
        self.error("error: '--undo' takes one file and no others");
      await (await import('./commands/repair.ts')).repair(files, flags);
    });
}

/** What fills the archive and asks it. */
function addArchive(program: Command): void {
  command(program, 'ingest', 'read files and folders into the archive')
    .argument('<path...>', 'folders (searched for .pdf, .txt and .md to any depth) and files')
    .addOption(jsonOption())
    .addOption(workersOption())
    .addOption(
      new Option(
        '--queue-only',
        'leave the reading to the kkr work processes on KKR_REDIS_URL, and wait for them',
      ),
    )
    .action(async (paths, _own, self) =>
      (await import('./commands/ingest.ts')).ingestCommand(paths, self.optsWithGlobals()),
    );
  const searching = new QueryCommand('search').copyInheritedSettings(program);
  program.addCommand(described(searching, 'search items, decisions and appendices'));
  searching
    .argument('<query...>', 'words, "phrases", a case number; -word leaves out')
    .addOption(jsonOption())
    .addOption(new Option('--limit <n>', 'hits to show').argParser(wholeNumber(1, 1000)).default(10))
    .addOption(new Option('--body <name>', 'of one council, as Sjælland').argParser(bodyName))
    .addOption(new Option('--year <year>', 'of one year').argParser(wholeNumber(1970, 2100)))
    .addOption(new Option('--kind <kind>', 'where it stands').choices(DocumentKind.options))
    .addOption(new Option('--type <type>', 'type of item, as beslutningssag'))
    .addOption(new Option('--outcome <outcome>', 'what was decided, as approved').argParser(outcome))
    .addOption(new Option('--municipality <name>', 'items that name it, as Roskilde'))
    .addOption(new Option('--case <number>', 'case number, in any notation'))
    .addOption(new Option('--from <date>', 'meetings from that day, YYYY-MM-DD').argParser(isoDate))
    .addOption(new Option('--to <date>', 'meetings to that day, included').argParser(isoDate))
    .addOption(new Option('--sort <order>', 'order of the hits').choices(SORTS).default('relevance'))
    .action(async (query, _own, self) =>
      (await import('./commands/search.ts')).search(query, self.optsWithGlobals()),
    );
  addExport(program);
  command(program, 'show', 'show an item, meeting, appendix, document or page')
    .argument('<id>', 'as search prints it, or the SHA-256 of a file')
    .addOption(jsonOption())
    .action(async (id, _own, self) => (await import('./commands/show.ts')).show(id, self.optsWithGlobals()));
  command(program, 'status', 'tell what the archive holds, what waits and what failed')
    .addOption(jsonOption())
    .action(async (_own, self) => (await import('./commands/status.ts')).status(self.optsWithGlobals()));
  command(program, 'check', 'tell whether records and originals are sound')
    .addOption(jsonOption())
    .action(async (_own, self) => (await import('./commands/check.ts')).check(self.optsWithGlobals()));
  command(program, 'retry', 'read again what failed')
    .addOption(jsonOption())
    .addOption(workersOption())
    .action(async (_own, self) =>
      (await import('./commands/ingest.ts')).retryCommand(self.optsWithGlobals()),
    );
  command(program, 'reread', 'read documents again, as after an update')
    .addArgument(new Argument('[id...]', 'documents'))
    .addOption(new Option('--all', 'every document that was read'))
    .addOption(
      new Option(
        '--outdated',
        'those whose damaged words were repaired by an older version or before kkr teach',
      ),
    )
    .addOption(jsonOption())
    .addOption(workersOption())
    .action(async (ids, own, self) => {
      const ways = [ids.length > 0, Boolean(own.all), Boolean(own.outdated)].filter(Boolean);
      if (ways.length !== 1) self.error("error: name documents, or give '--all' or '--outdated'");
      await (await import('./commands/ingest.ts')).rereadCommand(ids, self.optsWithGlobals());
    });
  command(program, 'teach', 'have the clean documents teach the repair of damaged ones')
    .description(
      'Count the words of all clean documents, and which follow which, for the repair of damaged ones.\n' +
        'Happens by itself whenever the clean documents have doubled.',
    )
    .addOption(jsonOption())
    .action(async (_own, self) => (await import('./commands/teach.ts')).teach(self.optsWithGlobals()));
  command(program, 'reindex', 'make the search index anew from the archive').action(async (_own, self) =>
    (await import('./commands/reindex.ts')).reindex(self.optsWithGlobals()),
  );
}

function addExport(program: Command): void {
  command(program, 'export', 'print a table of the archive as CSV or JSON Lines')
    .addArgument(
      new Argument(
        '[table]',
        'decisions: every item; histories: matters over meetings; appointments: persons',
      )
        .choices(TABLE_NAMES)
        .default('decisions'),
    )
    .addOption(
      new Option('--format <format>', 'csv, excel (semicolons, for a Danish Excel) or jsonl')
        .choices(EXPORT_FORMATS)
        .default('csv'),
    )
    .addOption(new Option('--query <words>', 'only items that a search for these words finds'))
    .addOption(new Option('--body <name>', 'of one council, as Sjælland').argParser(bodyName))
    .addOption(new Option('--year <year>', 'of one year').argParser(wholeNumber(1970, 2100)))
    .addOption(new Option('--from <date>', 'meetings from that day, YYYY-MM-DD').argParser(isoDate))
    .addOption(new Option('--to <date>', 'meetings to that day, included').argParser(isoDate))
    .addOption(new Option('--kind <kind>', 'told by').choices(['dagsorden', 'referat']))
    .addOption(new Option('--type <type>', 'type of item, as beslutningssag'))
    .addOption(new Option('--outcome <outcome>', 'what was decided, as approved').argParser(outcome))
    .addOption(new Option('--municipality <name>', 'items that name it, as Roskilde'))
    .addOption(new Option('--case <number>', 'case number, in any notation'))
    .addHelpText('after', '\nThe columns stand in docs/export.md.')
    .action(async (table, _own, self) =>
      (await import('./commands/export.ts')).exportCommand(table, self.optsWithGlobals()),
    );
}

function addServing(program: Command): void {
  command(program, 'serve', 'serve the archive page and its API on this machine')
    .addOption(
      new Option('--port <n>', 'port, by default KKR_PORT or 3000; 0 takes any').argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .action(async (_own, self) => (await import('./commands/serve.ts')).serveCommand(self.optsWithGlobals()));
  command(program, 'work', 'read documents from the queue on Redis (KKR_REDIS_URL)')
    .addOption(workersOption())
    .action(async (_own, self) => (await import('./commands/work.ts')).work(self.optsWithGlobals()));
}

function command(program: Command, name: string, summary: string): Command {
  return described(program.command(name), summary);
}

function described(command: Command, summary: string): Command {
  return command.summary(summary).description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`);
}

function workersOption(): Option {
  return new Option(
    '--workers <n>',
    'documents read at the same time, by default one less than the cores',
  ).argParser(wholeNumber(1, 64));
}

/** Commander puts its suggestion on a second line. */
function oneLine(text: string): string {
  return `kkr: ${text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')}\n`;
}
