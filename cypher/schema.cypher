// The shape of the graph in each store. A line "// store: NAME" says whose the statements after it are.

// store: neo4j

// Everything of ours carries the name of its graph, and ids are unique within one: several graphs fit in a database.
CREATE CONSTRAINT stemma_paper IF NOT EXISTS FOR (n:Paper) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_concept IF NOT EXISTS FOR (n:Concept) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_benchmark IF NOT EXISTS FOR (n:Benchmark) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_model IF NOT EXISTS FOR (n:Model) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_technique IF NOT EXISTS FOR (n:Technique) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_author IF NOT EXISTS FOR (n:Author) REQUIRE (n.graph, n.id) IS UNIQUE;
CREATE CONSTRAINT stemma_organization IF NOT EXISTS FOR (n:Organization) REQUIRE (n.graph, n.id) IS UNIQUE;

// How people ask: by id alone, and by name.
CREATE INDEX stemma_paper_id IF NOT EXISTS FOR (n:Paper) ON (n.id);
CREATE INDEX stemma_concept_id IF NOT EXISTS FOR (n:Concept) ON (n.id);
CREATE INDEX stemma_benchmark_id IF NOT EXISTS FOR (n:Benchmark) ON (n.id);
CREATE INDEX stemma_model_id IF NOT EXISTS FOR (n:Model) ON (n.id);
CREATE INDEX stemma_technique_id IF NOT EXISTS FOR (n:Technique) ON (n.id);
CREATE INDEX stemma_author_id IF NOT EXISTS FOR (n:Author) ON (n.id);
CREATE INDEX stemma_organization_id IF NOT EXISTS FOR (n:Organization) ON (n.id);
CREATE INDEX stemma_paper_name IF NOT EXISTS FOR (n:Paper) ON (n.name);
CREATE INDEX stemma_concept_name IF NOT EXISTS FOR (n:Concept) ON (n.name);
CREATE INDEX stemma_benchmark_name IF NOT EXISTS FOR (n:Benchmark) ON (n.name);
CREATE INDEX stemma_model_name IF NOT EXISTS FOR (n:Model) ON (n.name);
CREATE INDEX stemma_technique_name IF NOT EXISTS FOR (n:Technique) ON (n.name);
CREATE INDEX stemma_author_name IF NOT EXISTS FOR (n:Author) ON (n.name);
CREATE INDEX stemma_organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX stemma_paper_year IF NOT EXISTS FOR (n:Paper) ON (n.year);

// Words of names, aliases and abstracts: CALL db.index.fulltext.queryNodes('stemma_text', 'diffusion') YIELD node, score.
// It is brought up to date beside the writes, which would otherwise wait for it.
CREATE FULLTEXT INDEX stemma_text IF NOT EXISTS
  FOR (n:Paper|Concept|Benchmark|Model|Technique|Author|Organization) ON EACH [n.name, n.aliases, n.abstract]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};

// store: embedded

// One table a label. Names that are words of the language stand in back-quotes.
CREATE NODE TABLE Paper(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE,
  title STRING, titleFrom STRING, abstract STRING, `date` STRING, `year` INT64, authors STRING[], organizations STRING[],
  categories STRING[], url STRING, sources STRING[]);
CREATE NODE TABLE Concept(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE,
  aliases STRING[], papers INT64, firstSeen STRING, lastSeen STRING, months STRING[], monthRanks DOUBLE[]);
CREATE NODE TABLE Benchmark(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE,
  aliases STRING[], papers INT64, firstSeen STRING, lastSeen STRING, months STRING[], monthRanks DOUBLE[]);
CREATE NODE TABLE Model(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE,
  aliases STRING[], papers INT64, firstSeen STRING, lastSeen STRING, months STRING[], monthRanks DOUBLE[]);
CREATE NODE TABLE Technique(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE,
  aliases STRING[], papers INT64, firstSeen STRING, lastSeen STRING, months STRING[], monthRanks DOUBLE[]);
CREATE NODE TABLE Author(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE);
CREATE NODE TABLE Organization(id STRING PRIMARY KEY, name STRING, x DOUBLE, y DOUBLE, community INT64, pagerank DOUBLE);

// One table a type, with a line for each pair of labels; _source and _target are the ids of the ends, and
// _evidence is the list as JSON: where a query matches several types, the database makes text of a property that is a
// list in one type and a string in another.
CREATE REL TABLE INTRODUCES(
  FROM Paper TO Concept, FROM Paper TO Benchmark, FROM Paper TO Model, FROM Paper TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, evidence STRING, `start` INT64, `end` INT64);
CREATE REL TABLE COMPARES_WITH(
  FROM Paper TO Concept, FROM Paper TO Benchmark, FROM Paper TO Model, FROM Paper TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, evidence STRING, `start` INT64, `end` INT64);
CREATE REL TABLE EVALUATES_ON(
  FROM Paper TO Concept, FROM Paper TO Benchmark, FROM Paper TO Model, FROM Paper TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, evidence STRING, `start` INT64, `end` INT64);
CREATE REL TABLE USES(
  FROM Paper TO Concept, FROM Paper TO Benchmark, FROM Paper TO Model, FROM Paper TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, evidence STRING, `start` INT64, `end` INT64);
CREATE REL TABLE STUDIES(
  FROM Paper TO Concept, FROM Paper TO Benchmark, FROM Paper TO Model, FROM Paper TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, evidence STRING, `start` INT64, `end` INT64);
CREATE REL TABLE BUILDS_ON(
  FROM Concept TO Concept, FROM Concept TO Benchmark, FROM Concept TO Model, FROM Concept TO Technique,
  FROM Benchmark TO Concept, FROM Benchmark TO Benchmark, FROM Benchmark TO Model, FROM Benchmark TO Technique,
  FROM Model TO Concept, FROM Model TO Benchmark, FROM Model TO Model, FROM Model TO Technique,
  FROM Technique TO Concept, FROM Technique TO Benchmark, FROM Technique TO Model, FROM Technique TO Technique,
  _source STRING, _target STRING, _evidence STRING, confidence DOUBLE, papers STRING[], evidence STRING[], `starts` INT64[], `ends` INT64[],
  firstSeen STRING, kind STRING);
CREATE REL TABLE OUTPERFORMS(
  FROM Concept TO Concept, FROM Concept TO Benchmark, FROM Concept TO Model, FROM Concept TO Technique,
  FROM Benchmark TO Concept, FROM Benchmark TO Benchmark, FROM Benchmark TO Model, FROM Benchmark TO Technique,
  FROM Model TO Concept, FROM Model TO Benchmark, FROM Model TO Model, FROM Model TO Technique,
  FROM Technique TO Concept, FROM Technique TO Benchmark, FROM Technique TO Model, FROM Technique TO Technique,
  _source STRING, _target STRING, _evidence STRING, confidence DOUBLE, papers STRING[], evidence STRING[], `starts` INT64[], `ends` INT64[],
  firstSeen STRING, benchmarks STRING[]);
CREATE REL TABLE PART_OF(
  FROM Concept TO Concept, FROM Concept TO Benchmark, FROM Concept TO Model, FROM Concept TO Technique,
  FROM Benchmark TO Concept, FROM Benchmark TO Benchmark, FROM Benchmark TO Model, FROM Benchmark TO Technique,
  FROM Model TO Concept, FROM Model TO Benchmark, FROM Model TO Model, FROM Model TO Technique,
  FROM Technique TO Concept, FROM Technique TO Benchmark, FROM Technique TO Model, FROM Technique TO Technique,
  _source STRING, _target STRING, _evidence STRING, confidence DOUBLE, papers STRING[], evidence STRING[], `starts` INT64[], `ends` INT64[],
  firstSeen STRING);
CREATE REL TABLE VARIANT_OF(
  FROM Concept TO Concept, FROM Concept TO Benchmark, FROM Concept TO Model, FROM Concept TO Technique,
  FROM Benchmark TO Concept, FROM Benchmark TO Benchmark, FROM Benchmark TO Model, FROM Benchmark TO Technique,
  FROM Model TO Concept, FROM Model TO Benchmark, FROM Model TO Model, FROM Model TO Technique,
  FROM Technique TO Concept, FROM Technique TO Benchmark, FROM Technique TO Model, FROM Technique TO Technique,
  _source STRING, _target STRING, confidence DOUBLE, `rule` STRING);
CREATE REL TABLE WROTE(
  FROM Author TO Paper,
  _source STRING, _target STRING, confidence DOUBLE);
CREATE REL TABLE AFFILIATED_WITH(
  FROM Paper TO Organization,
  _source STRING, _target STRING, confidence DOUBLE);

// What Neo4j has under these names. A comparison or a CASE in a macro would make the database unopenable.
CREATE MACRO toString(x) AS CAST(x AS STRING);
CREATE MACRO toInteger(x) AS CAST(x AS INT64);
CREATE MACRO toFloat(x) AS CAST(x AS DOUBLE);
CREATE MACRO toBoolean(x) AS CAST(x AS BOOL);
CREATE MACRO head(list) AS list_extract(list, 1);
CREATE MACRO last(list) AS list_extract(list, -1);
CREATE MACRO tail(list) AS list_slice(list, 2, size(list) + 1);
CREATE MACRO split(text, by) AS string_split(text, by);
CREATE MACRO type(r) AS label(r);
CREATE MACRO elementId(x) AS CAST(id(x) AS STRING);
CREATE MACRO relationships(p) AS rels(p);
CREATE MACRO rand() AS random();
CREATE MACRO randomUUID() AS gen_random_uuid();
CREATE MACRO datetime(x) AS timestamp(x);
