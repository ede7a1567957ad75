// Who an account is at another identity provider: bound once by its owner, never guessed from an e-mail.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Identified } from "../platform/identity-provider.js";
import type { Keys } from "../platform/keys.js";

@Entity()
export class AccountIdentity {
  /** Of issuer and subject: the subject may be a number that says who she is. */
  @PrimaryColumn({ type: "bytea" })
  fingerprint!: Buffer;

  @Column({ type: "text" })
  issuer!: string;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "timestamptz" })
  boundAt!: Date;
}

export function identityFingerprint(
  keys: Keys,
  { issuer, subject }: Pick<Identified, "issuer" | "subject">,
): Buffer {
  return keys.fingerprint("identity-provider", issuer, subject);
}
