// Envelope encryption: each owner's data key is wrapped under the master key of the installation, and what is told apart without being read is a blind index.
import { createHmac, hkdfSync, randomBytes } from "node:crypto";

import { seal, unseal } from "./sealing.js";

/** Bytes that MASTER_KEY must have, and each data key. */
export const KEY_BYTES = 32;

/** Lengths of what is sealed say no more than how many of these it takes. */
const BLOCK_BYTES = 512;

/** A data key as the database keeps it. */
export interface WrappedKey {
  /** Under which master key it is wrapped. */
  masterKeyId: string;
  wrappedKey: Buffer;
}

/** A blind index under one master key: tells whether two texts are the same, and nothing to who has no key. */
export interface BlindIndex {
  masterKeyId: string;
  index: Buffer;
}

/** What opens the texts of one owner; it exists unwrapped in memory only. */
export class DataKey {
  constructor(private readonly bytes: Buffer) {}

  /** @param place where the text belongs, so that it opens nowhere else */
  seal(place: string, text: string): Buffer {
    const plain = Buffer.from(text);
    const blocks = Math.ceil(Math.max(1, plain.length) / BLOCK_BYTES);
    const padded = Buffer.alloc(blocks * BLOCK_BYTES, " ");
    plain.copy(padded);
    return seal(this.bytes, place, padded);
  }

  open(place: string, sealed: Buffer): string {
    const plain = unseal(this.bytes, place, sealed);
    if (!plain) throw new Error("what is sealed was changed, or moved");
    return plain.toString("utf8").trimEnd();
  }

  wrapUnder(wrappingKey: Buffer, place: string): Buffer {
    return seal(wrappingKey, place, this.bytes);
  }
}

/** One master key: it wraps and indexes by keys made from it, and never by itself. */
class MasterKey {
  /** Names the key and says nothing of it. */
  readonly id: string;
  private readonly wrapping: Buffer;
  private readonly indexing: Buffer;

  constructor(secret: Buffer) {
    if (secret.length !== KEY_BYTES)
      throw new Error(`a master key has ${String(KEY_BYTES)} bytes`);
    const derive = (purpose: string, bytes: number) =>
      Buffer.from(
        hkdfSync("sha256", secret, "", `splot master ${purpose}`, bytes),
      );
    this.id = derive("id", 8).toString("hex");
    this.wrapping = derive("wrapping", KEY_BYTES);
    this.indexing = derive("blind index", KEY_BYTES);
  }

  wrap(owner: string, key: DataKey): WrappedKey {
    return {
      masterKeyId: this.id,
      wrappedKey: key.wrapUnder(this.wrapping, this.placeOf(owner)),
    };
  }

  unwrap(owner: string, wrapped: Buffer): DataKey {
    const bytes = unseal(this.wrapping, this.placeOf(owner), wrapped);
    if (!bytes) throw new Error("a data key was changed, or moved");
    return new DataKey(bytes);
  }

  index(text: string): BlindIndex {
    return {
      masterKeyId: this.id,
      index: createHmac("sha256", this.indexing).update(text).digest(),
    };
  }

  private placeOf(owner: string): string {
    return JSON.stringify(["data key", this.id, owner]);
  }
}

/** A data key is wrapped under a master key that this process was not given. */
export class MasterKeyUnknown extends Error {}

export class Vault {
  private readonly current: MasterKey;
  private readonly known: readonly MasterKey[];

  /** @param before the master key from before, while what is wrapped under it is wrapped anew */
  constructor(current: Buffer, before: Buffer | null = null) {
    this.current = new MasterKey(current);
    this.known = [this.current, ...(before ? [new MasterKey(before)] : [])];
  }

  /** Of the master key under which everything new is wrapped. */
  get masterKeyId(): string {
    return this.current.id;
  }

  knows(masterKeyId: string): boolean {
    return this.known.some(({ id }) => id === masterKeyId);
  }

  makeKey(owner: string): { key: DataKey; wrapped: WrappedKey } {
    const key = new DataKey(randomBytes(KEY_BYTES));
    return { key, wrapped: this.current.wrap(owner, key) };
  }

  unwrap(owner: string, { masterKeyId, wrappedKey }: WrappedKey): DataKey {
    const master = this.known.find(({ id }) => id === masterKeyId);
    if (!master)
      throw new MasterKeyUnknown(
        `this needs the master key ${masterKeyId}, which was not given`,
      );
    return master.unwrap(owner, wrappedKey);
  }

  /** The same data key, wrapped under the current master key. */
  rewrap(owner: string, wrapped: WrappedKey): WrappedKey {
    return this.current.wrap(owner, this.unwrap(owner, wrapped));
  }

  /** Under the current master key: what is kept. */
  index(text: string): BlindIndex {
    return this.current.index(text);
  }

  /** Under each master key that is known: what is looked for. */
  indexes(text: string): BlindIndex[] {
    return this.known.map((key) => key.index(text));
  }
}
