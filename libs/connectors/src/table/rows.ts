import { parse } from 'csv-parse/sync';
import { BlockCutter, type Block } from './blocks.js';
import { decodeChunks, type TextEncodingName } from './decode.js';
import { delimiterOf, type Delimiter } from './delimiter.js';

/** A record of the file: its cells, or null where the text could not be read as a record. */
export interface Row {
  /** 1 is the header. Empty lines are not counted. */
  readonly record: number;
  readonly cells: readonly string[] | null;
  readonly raw: string;
}

/** The records of a text that holds only whole ones (RFC 4180; a lone quote inside a cell is kept as it stands). */
export function parseCells(text: string, delimiter: Delimiter): string[][] {
  return parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as string[][];
}

function cellsOf(block: Block, delimiter: Delimiter): (readonly string[] | null)[] {
  if (block.broken) return [null];
  return parseCells(block.text, delimiter);
}

/** The rows of a stream in batches of whole blocks, the header first. Memory is bounded by a block, not the file. */
export async function* rowBatches(
  chunks: AsyncIterable<Uint8Array | string>,
  encoding?: TextEncodingName,
): AsyncGenerator<Row[]> {
  const cutter = new BlockCutter();
  let delimiter: Delimiter | null = null;
  let record = 0;
  const toRows = (block: Block): Row[] => {
    if (!block.text.trim()) return [];
    delimiter ??= delimiterOf(block.text.trimStart().split(/\r?\n/, 1)[0]!);
    return cellsOf(block, delimiter).map((cells) => {
      record += 1;
      return { record, cells, raw: cells ? '' : block.text.slice(0, 200).trimEnd() };
    });
  };
  for await (const text of decodeChunks(chunks, encoding)) {
    const rows = cutter.push(text).flatMap(toRows);
    if (rows.length) yield rows;
  }
  const rest = cutter.finish().flatMap(toRows);
  if (rest.length) yield rest;
}
