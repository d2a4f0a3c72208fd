import { Command, type ParseOptionsResult } from 'commander';

/** A command whose words may begin with a minus ("-ukraine" leaves a word out). Unknown --flags are refused still. */
export class QueryCommand extends Command {
  override parseOptions(given: string[]): ParseOptionsResult {
    const { operands, unknown } = super.parseOptions(given);
    const refused = unknown.findIndex((word) => word.startsWith('--'));
    // A bare "--" says that all behind it are words.
    if (refused >= 0 && unknown[refused] !== '--') {
      return { operands: [...operands, ...unknown.slice(0, refused)], unknown: unknown.slice(refused) };
    }
    return { operands: [...operands, ...unknown.filter((_, at) => at !== refused)], unknown: [] };
  }
}
