/** The commands and options of the command line; each command's work is a file of its own. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_EXTRACTOR, EXTRACTOR_NAMES } from '../extract/index.js';
import { IsoDateSchema } from '../model/index.js';
import { runBuild } from './commands/build.js';
import { runEval } from './commands/eval.js';
import { runExport } from './commands/export.js';
import { runExtract } from './commands/extract.js';
import { runLineage } from './commands/lineage.js';
import { runLoad } from './commands/load.js';
import { runPath } from './commands/path.js';
import { runQuery } from './commands/query.js';
import { runResolve } from './commands/resolve.js';
import { runServe } from './commands/serve.js';
import { runStart } from './commands/start.js';
import { runWhy } from './commands/why.js';
import { addGraphOptions, databaseOption, graphOption, nameOption, neo4jOption } from './graph-source.js';
import { addLlmOptions } from './llm-options.js';
import { packageVersion } from './package-info.js';
import type { Terminal } from './terminal.js';

const DEFAULT_PORT = 4747;
/** Commands that read a graph from a folder or from Neo4j. */
const READS_GRAPH = new Set(['query', 'path', 'lineage', 'serve', 'export']);

const dayOption = (byDefault = '') =>
  new Option('--as-of <date>', `the day that dates without a year are read on (YYYY-MM-DD)${byDefault}`).argParser(
    (value) => {
      if (value.length !== 10 || !IsoDateSchema.safeParse(value).success || Number.isNaN(Date.parse(value))) {
        throw new InvalidArgumentError('give a day such as 2026-11-21');
      }
      return value;
    },
  );
const asOfOption = () => dayOption().default(new Date().toISOString().slice(0, 10), 'today');
const anyExtractor = (byDefault = '') =>
  new Option('--extractor <name>', `what reads the papers${byDefault}`).choices(EXTRACTOR_NAMES);
const extractorOption = () => anyExtractor().default(DEFAULT_EXTRACTOR);
const inputs = () => new Argument('[inputs...]', 'files, folders, or - for standard input');
const port = (value: string) => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('give a number from 0 (any free port) to 65535');
  }
  return number;
};
const count = (value: string) => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('give a whole number above 0');
  return number;
};
const countOrNone = (value: string) => (value === '0' ? 0 : count(value));

export function createProgram(terminal: Terminal): Command {
  const program = new Command('stemma')
    .description('Builds a knowledge graph from research papers and lets people explore it.')
    .version(packageVersion)
    .exitOverride()
    .showHelpAfterError('(stemma --help lists the commands)');

  program
    .command('build')
    .description('read papers, extract, resolve, lay out and store the graph; with no input: the bundled sample')
    .addArgument(inputs())
    .addOption(graphOption())
    .option('--add', 'to the graph that is there: the same graph as built from everything, with the old places kept')
    .addOption(anyExtractor(`; by default ${DEFAULT_EXTRACTOR}, with --add that of the graph`))
    .addOption(dayOption('; by default today, with --add that of the graph'))
    .option('--strict', 'fail, and store nothing, when any record is refused')
    .option('--json', 'print the summary as JSON')
    .action((files: string[], options) => runBuild(terminal, files, options));

  program
    .command('extract')
    .description('write one extraction record a paper to standard output')
    .addArgument(inputs())
    .addOption(extractorOption())
    .addOption(asOfOption())
    .addOption(new Option('--format <format>', 'form of the records').choices(['jsonl']).default('jsonl'))
    .option('--strict', 'exit with 1 when any record is refused')
    .action((files: string[], options) => runExtract(terminal, files, options));

  program
    .command('resolve')
    .description('make one graph of extraction records, which may have been made on many machines')
    .argument('<records...>', 'files that extract wrote, or folders of them')
    .option(
      '--papers <inputs...>',
      'what the records were made from: gives the graph that build gives, with sources as these files name them; what has no record is extracted here',
    )
    .addOption(graphOption())
    .addOption(anyExtractor(', and made the records').default(DEFAULT_EXTRACTOR))
    .addOption(asOfOption())
    .option('--strict', 'fail, and store nothing, when any record is refused')
    .option('--json', 'print the summary as JSON')
    .action((records: string[], options) => runResolve(terminal, records, options));

  program
    .command('load')
    .description(
      'load the graph into a Neo4j server; user and password come from NEO4J_USER and NEO4J_PASSWORD (or _FILE)',
    )
    .addOption(graphOption())
    .addOption(neo4jOption('address of the server, such as bolt://127.0.0.1:7687').makeOptionMandatory())
    .addOption(databaseOption())
    .addOption(nameOption('that of the folder'))
    .option('--prune', 'remove what an earlier load of the graph wrote and the graph no longer has')
    .option('--share', "load beside nodes under the same labels that are not Stemma's")
    .option('--json', 'print the summary as JSON')
    .action((options) => runLoad(terminal, options));

  program
    .command('query')
    .description('ask the graph a question in Cypher, read-only, or one of the named queries')
    .argument('[cypher]', 'the query')
    .option('--named <name>', 'a query of the cypher folder; --named list shows them')
    .option(
      '-p, --param <key=value>',
      'a parameter of the query; once for each',
      (pair, all: string[]) => [...all, pair],
      [] as string[],
    )
    .addOption(
      new Option('--format <format>', 'form of the answer').choices(['table', 'json', 'jsonl', 'csv']).default('table'),
    )
    .option('--json', 'the same as --format json')
    .option('--max-rows <n>', 'rows after which the answer is cut, and says so', count, 1_000)
    .option('--timeout <seconds>', 'seconds after which the query is ended', count, 60)
    .action((cypher: string | undefined, options) => runQuery(terminal, cypher, options));

  program
    .command('path')
    .description('show the shortest paths between two nodes, with the evidence of each step')
    .argument('<from>', 'a name, an alias or an id; of a paper its title')
    .argument('<to>', 'another')
    .option('--limit <n>', 'how many paths to show, the best first', count, 5)
    .option('--json', 'print the answer as JSON')
    .action((from: string, to: string, options) => runPath(terminal, from, to, options));

  program
    .command('lineage')
    .description('show what a method came from and what came from it, with dates, papers and sentences')
    .argument('[name]', 'a name, an alias or an id')
    .addOption(
      new Option('--direction <direction>', 'which way to look')
        .choices(['ancestors', 'descendants', 'both'])
        .default('both'),
    )
    .option('--depth <n>', 'how many steps to go', count, 3)
    .option('--limit <n>', 'how many methods to show, the nearest and most used first', count, 60)
    .option('--generic', 'name the common tools, such as reinforcement learning, of all its relatives too')
    .option('--evidence', 'write the sentence of each step below it')
    .addOption(
      new Option('--to <name>', 'show the chain between two methods, or what both came from').conflicts('mainPath'),
    )
    .option('--main-path', 'show the chain that carries most of the traffic only; without a name: of the whole graph')
    .addOption(
      new Option('--about', 'tell of its branches, siblings, rivals, benchmarks and months instead').conflicts([
        'to',
        'mainPath',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'form of the answer')
        .choices(['tree', 'json', 'mermaid', 'dot', 'svg'])
        .default('tree'),
    )
    .option('--json', 'the same as --format json')
    .action((name: string | undefined, options) => runLineage(terminal, name, options));

  program
    .command('why')
    .description('say why two names are one node, or two')
    .argument('<a>', 'a name, an alias or an id')
    .argument('<b>', 'another')
    .addOption(graphOption())
    .option('--json', 'print the answer as JSON')
    .action((a: string, b: string, options) => runWhy(terminal, a, b, options));

  program
    .command('serve')
    .description('serve the explorer and its interface on this machine')
    .option('--port <port>', 'port to listen on; 0 takes any free one', port, DEFAULT_PORT)
    .option(
      '--host <address>',
      'address to listen on; for any but loopback a token is asked for, from STEMMA_TOKEN or made at the start',
      '127.0.0.1',
    )
    .option('--published-on-loopback', 'in a container whose port is published on 127.0.0.1: no token is needed')
    .addOption(new Option('--log <form>', 'a line for each request, on standard error').choices(['none', 'json']))
    .option('--read-only', 'take no edits from the explorer')
    .action((options) => runServe(terminal, options));

  program
    .command('start')
    .description('serve the graph of this folder, building it from the bundled sample where there is none yet')
    .addOption(graphOption())
    .option('--port <port>', 'port to listen on; 0 takes any free one', port, DEFAULT_PORT)
    .action((options) => runStart(terminal, options));

  program
    .command('export')
    .description('write the whole graph to a file or to standard output')
    .addOption(
      new Option('--format <format>', 'form of the file')
        .choices(['json', 'gexf', 'graphml', 'csv', 'cypher', 'neo4j-import'])
        .makeOptionMandatory(),
    )
    .option(
      '--out <file>',
      'the file (of csv and neo4j-import the folder) to write, at once or not at all; standard output without it',
    )
    .action((options) => runExport(terminal, options));

  program
    .command('eval')
    .description('score an extractor, or records made before, against annotated papers')
    .argument('<gold...>', 'annotated papers as JSON lines, or - for standard input')
    .addOption(extractorOption().conflicts('records'))
    .option('--records <file>', 'score these extraction records, or the marks of another annotator, instead')
    .option('--errors <n>', 'how many of the worst mistakes are listed of each kind', countOrNone, 10)
    .addOption(new Option('--format <format>', 'form of the answer').choices(['table', 'json']).default('table'))
    .option('--json', 'the same as --format json')
    .option('--strict', 'exit with 1 when any record is refused')
    .action((gold: string[], options) => runEval(terminal, gold, options));

  for (const command of program.commands) {
    command.exitOverride();
    if (command.options.some(({ long }) => long === '--extractor')) addLlmOptions(command);
    if (READS_GRAPH.has(command.name())) addGraphOptions(command);
  }
  return program;
}
