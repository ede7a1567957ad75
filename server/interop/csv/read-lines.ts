// The lines of a CSV file, one after another: a file however long is never in memory as a whole.
import { createReadStream, existsSync } from "node:fs";
import { Readable, Transform } from "node:stream";
import { TextDecoder } from "node:util";

import type { Options } from "csv-parse";
import { CsvError, parse } from "csv-parse";

import type { Row } from "./read-row.js";

export interface Line {
  record: Row;
  info: { lines: number };
}

/** The file cannot be read; the sentence is for the operator. */
export class ListUnusable extends Error {}

/** A quote that is never closed would make one line of all the rest. */
const LONGEST_LINE = 1_000_000;

/** What is no UTF-8 would come in as question marks. */
function utf8Only(file: string): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const unusable = (cause: unknown) =>
    new ListUnusable(
      `${file}: it is not UTF-8. Save it anew as "CSV UTF-8", and load it again.`,
      { cause },
    );
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decoder.decode(chunk, { stream: true }));
      } catch (cause) {
        done(unusable(cause));
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode());
      } catch (cause) {
        done(unusable(cause));
      }
    },
  });
}

export async function* linesOf(
  file: string,
  {
    delimiter = ",",
    checkHeader = () => undefined,
    chunks,
  }: {
    delimiter?: string;
    /** Of what stands in an archive, not under the file's own name. */
    chunks?: AsyncIterable<Buffer>;
    /** @throws where a column is missing */
    checkHeader?: (header: readonly string[]) => void;
  } = {},
): AsyncGenerator<Line> {
  if (!chunks && !existsSync(file))
    throw new ListUnusable(`There is no file ${file}.`);
  const options: Options = {
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST_LINE,
    skip_empty_lines: true,
    columns(header: string[]) {
      checkHeader(header);
      return header;
    },
  };
  const stream: Readable = chunks
    ? Readable.from(chunks)
    : createReadStream(file);
  const text = utf8Only(file);
  const parser = stream.pipe(text).pipe(parse(options));
  stream.on("error", (error) => parser.destroy(error));
  text.on("error", (error) => parser.destroy(error));
  try {
    // what columns and info make of a record, which the parser's types do not say
    // oxlint-disable-next-line typescript/consistent-type-assertions
    for await (const line of parser as AsyncIterable<Line>) yield line;
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new ListUnusable(`${file}: ${cause.message}`, { cause });
    throw cause;
  } finally {
    stream.destroy();
  }
}
