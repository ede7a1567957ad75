// A ZIP archive read piece by piece: what is in it never stands in memory as a whole, and what unpacks to too much is refused.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";

import { ListUnusable } from "./read-lines.js";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly header: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 2_000_000;
const STORED = 0;
const DEFLATED = 8;

/** To which all that is unpacked of one archive may add up. */
const LARGEST_UNPACKED = 500_000_000;

export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly file: string,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly largest: number,
  ) {}

  /** @throws ListUnusable where it is none, is cut off, or is of a kind that is not read */
  static async open(
    file: string,
    largest = LARGEST_UNPACKED,
  ): Promise<Archive> {
    const handle = await open(file).catch((cause: unknown) => {
      throw new ListUnusable(`There is no file ${file}.`, { cause });
    });
    try {
      const { size } = await handle.stat();
      const tail = await bytesAt(
        handle,
        Math.max(0, size - END_BYTES - LONGEST_COMMENT),
        Math.min(size, END_BYTES + LONGEST_COMMENT),
      );
      const at = lastEnd(tail);
      if (at < 0) throw new ListUnusable(cutOff(file));
      const length = tail.readUInt32LE(at + 12);
      const offset = tail.readUInt32LE(at + 16);
      if (length > LARGEST_DIRECTORY || offset + length > size)
        throw new ListUnusable(cutOff(file));
      const entries = entriesIn(file, await bytesAt(handle, offset, length));
      return new Archive(file, entries, largest);
    } finally {
      await handle.close();
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** @throws ListUnusable where it is damaged, or unpacks to too much */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new ListUnusable(`${this.file} holds no ${name}.`);
    const start = await this.startOf(entry);
    if (entry.packed === 0) return;
    const packed = createReadStream(this.file, {
      start,
      end: start + entry.packed - 1,
    });
    const inflate = createInflateRaw();
    packed.on("error", (error) => inflate.destroy(error));
    const unpacked: AsyncIterable<Buffer> =
      entry.method === STORED ? packed : packed.pipe(inflate);
    let sum = 0;
    try {
      for await (const chunk of unpacked) {
        this.unpacked += chunk.length;
        if (this.unpacked > this.largest)
          throw new ListUnusable(
            `${this.file} unpacks to more than ${String(this.largest / 1_000_000)} MB.`,
          );
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof ListUnusable) throw cause;
      throw new ListUnusable(damaged(this.file, name), { cause });
    } finally {
      packed.destroy();
      inflate.destroy();
    }
    if (sum !== entry.crc) throw new ListUnusable(damaged(this.file, name));
  }

  /** Behind its own header, whose names may be of another length than in the directory. */
  private async startOf(entry: Entry): Promise<number> {
    const handle = await open(this.file);
    try {
      const header = await bytesAt(handle, entry.header, LOCAL_BYTES);
      if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL)
        throw new ListUnusable(damaged(this.file, entry.name));
      return (
        entry.header +
        LOCAL_BYTES +
        header.readUInt16LE(26) +
        header.readUInt16LE(28)
      );
    } finally {
      await handle.close();
    }
  }
}

const cutOff = (file: string) =>
  `${file} is no ZIP archive, or its end is missing.`;
const damaged = (file: string, name: string) =>
  `${file} is damaged: ${name} cannot be unpacked.`;

async function bytesAt(
  handle: Awaited<ReturnType<typeof open>>,
  position: number,
  length: number,
): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read({
    buffer: Buffer.alloc(length),
    position,
  });
  return buffer.subarray(0, bytesRead);
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function entriesIn(file: string, directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  while (
    at + CENTRAL_BYTES <= directory.length &&
    directory.readUInt32LE(at) === CENTRAL
  ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString(
      "utf8",
      at + CENTRAL_BYTES,
      at + CENTRAL_BYTES + nameLength,
    );
    const method = directory.readUInt16LE(at + 10);
    const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted || (method !== STORED && method !== DEFLATED))
      throw new ListUnusable(
        `${file} is locked by a password or packed in a way that is not read here.`,
      );
    entries.set(name, {
      name,
      method,
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      header: directory.readUInt32LE(at + 42),
    });
    at +=
      CENTRAL_BYTES +
      nameLength +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  return entries;
}
