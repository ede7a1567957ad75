// The secrets that are made from the one key of the installation: links that it signed, and texts that it sealed.
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

import { seal, unseal } from "./sealing.js";
import type { Vault } from "./vault.js";

/** What a key is for; one made for one purpose says nothing of another. */
export type Purpose =
  | "action-link"
  | "account-link"
  | "second-factor"
  | "identity-provider"
  | "sign-in-attempt"
  | "backup";

const ID_BYTES = 16;
const SIGNATURE_BYTES = 16;

/** Bytes that SECRET_KEY must have. */
export const SECRET_BYTES = 32;

export class Keys {
  private readonly made = new Map<string, Buffer>();

  constructor(
    private readonly secret: Buffer,
    /** Null: a program that was given no master key. */
    private readonly sealed: Vault | null,
  ) {
    if (secret.length !== SECRET_BYTES)
      throw new Error(`a secret key has ${SECRET_BYTES} bytes`);
  }

  /** What identifies residents is sealed there, under a master key of its own. */
  get vault(): Vault {
    if (this.sealed) return this.sealed;
    throw new Error("no master key was given to this program");
  }

  /** A token that names a row and cannot be guessed; always the same for the same row, so that a mail sent twice is one mail. */
  tokenOf(purpose: Purpose, id: string): string {
    const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
    return Buffer.concat([bytes, this.signatureOf(purpose, bytes)]).toString(
      "base64url",
    );
  }

  /** Tells this key from another one to whoever holds both a backup and a key, and nothing else. */
  get mark(): string {
    return this.tokenOf("backup", "00000000-0000-0000-0000-000000000000");
  }

  /** The row that a token names; null where this installation did not sign it for this purpose. */
  idIn(purpose: Purpose, token: string): string | null {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const bytes = Buffer.from(token, "base64url");
    // of the last character two bits say nothing: only one spelling is taken
    if (bytes.toString("base64url") !== token) return null;
    const id = bytes.subarray(0, ID_BYTES);
    const given = bytes.subarray(ID_BYTES);
    if (!timingSafeEqual(given, this.signatureOf(purpose, id))) return null;
    const hex = id.toString("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /** Tells whether two texts are the same, and nothing else: who has the database alone cannot try texts out. */
  fingerprint(purpose: Purpose, owner: string, text: string): Buffer {
    return createHmac("sha256", this.key(purpose))
      .update(JSON.stringify([owner, text]))
      .digest();
  }

  /** @param owner whose row holds it, so that it opens nowhere else */
  seal(purpose: Purpose, owner: string, text: string): Buffer {
    return seal(this.key(purpose), owner, Buffer.from(text));
  }

  /** Null where it was sealed with another key or for another row. */
  unseal(purpose: Purpose, owner: string, sealed: Buffer): string | null {
    return unseal(this.key(purpose), owner, sealed)?.toString("utf8") ?? null;
  }

  private signatureOf(purpose: Purpose, bytes: Buffer): Buffer {
    return createHmac("sha256", this.key(purpose))
      .update(bytes)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }

  private key(purpose: Purpose): Buffer {
    let key = this.made.get(purpose);
    if (!key) {
      key = Buffer.from(
        hkdfSync("sha256", this.secret, "", `splot ${purpose}`, SECRET_BYTES),
      );
      this.made.set(purpose, key);
    }
    return key;
  }
}
