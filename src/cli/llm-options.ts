/** The options of every command that extracts, for the extractor that asks a server. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ExtractorOptions, LLM_DEFAULTS } from '../extract/index.js';

/** As commander gives them. */
export interface LlmFlags {
  llmUrl?: string | undefined;
  llmModel?: string | undefined;
  llmConcurrency?: number | undefined;
  llmPriceIn?: number | undefined;
  llmPriceOut?: number | undefined;
  llmCache?: string | undefined;
  llmTimeout?: number | undefined;
  yes?: boolean | undefined;
}

const HEADING = 'Options of the extractor llm:';

/** A finite number; above 0, or 0 too where `zero` is set. */
function number(what: string, zero: boolean, whole: boolean): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value) || value < 0 || (value === 0 && !zero) || (whole && !Number.isInteger(value))) {
      throw new InvalidArgumentError(`give ${what}`);
    }
    return value;
  };
}

/** Adds the options of `llm` to a command. The key is no option: others could read it there. */
export function addLlmOptions(command: Command): Command {
  const llm = (flags: string, description: string) => new Option(flags, description).helpGroup(HEADING);
  const price = number('a price of 0 or more', true, false);
  return command
    .addOption(
      llm('--llm-url <address>', 'base address of the server (else STEMMA_LLM_URL); the key: STEMMA_LLM_API_KEY'),
    )
    .addOption(llm('--llm-model <name>', 'name of the model (else STEMMA_LLM_MODEL)'))
    .addOption(
      llm('--llm-concurrency <n>', `requests under way at once (default: ${LLM_DEFAULTS.concurrency})`).argParser(
        number('a whole number above 0', false, true),
      ),
    )
    .addOption(
      llm('--llm-timeout <seconds>', `time limit of a request (default: ${LLM_DEFAULTS.timeout})`).argParser(
        number('seconds, above 0', false, false),
      ),
    )
    .addOption(llm('--llm-price-in <price>', 'price of a million tokens read, for the estimate').argParser(price))
    .addOption(llm('--llm-price-out <price>', 'price of a million tokens written, for the estimate').argParser(price))
    .addOption(llm('--llm-cache <dir>', "folder of the answers; else stemma/llm in the user's cache folder"))
    .addOption(llm('--yes', 'do not ask before a run of more than 100 requests'));
}

/** What `createExtractor` takes, from the flags of the command line. */
export function extractorOptions(flags: LlmFlags): ExtractorOptions {
  return {
    llm: {
      url: flags.llmUrl,
      model: flags.llmModel,
      concurrency: flags.llmConcurrency,
      timeout: flags.llmTimeout,
      priceIn: flags.llmPriceIn,
      priceOut: flags.llmPriceOut,
      cache: flags.llmCache,
    },
  };
}
