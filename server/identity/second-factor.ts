// The second factor of an account: codes of an app on her phone (TOTP, RFC 6238), and codes on paper for the day it is lost.
import { Secret, TOTP } from "otpauth";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { lettersInGroups } from "./password.js";

/** A phone's clock may be wrong by this many steps of thirty seconds. */
const STEPS_APART = 1;

const RECOVERY_CODES = 10;

@Entity()
export class SecondFactor {
  @PrimaryColumn({ type: "uuid" })
  accountId!: string;

  /** Sealed; null until the first code was right. */
  @Column({ type: "bytea", nullable: true })
  secret!: Buffer | null;

  @Column({ type: "timestamptz", nullable: true })
  confirmedAt!: Date | null;

  /** The time step of the last code that was taken. */
  @Column({ type: "int4", nullable: true })
  lastStep!: number | null;

  /** Fingerprints of the recovery codes that are left. */
  @Column({ type: "text", array: true })
  recovery!: string[];

  /** Sealed: one that is being set up, beside the one in force. */
  @Column({ type: "bytea", nullable: true })
  pending!: Buffer | null;

  @Column({ type: "timestamptz", nullable: true })
  pendingUntil!: Date | null;

  /** A code of the phone opens once, and none that is older than one already taken. */
  takeCode(secret: string, code: string, now: Date): boolean {
    const step = stepOf(secret, code, now);
    if (step === null || step <= (this.lastStep ?? -1)) return false;
    this.lastStep = step;
    return true;
  }

  /** A recovery code opens once. */
  takeRecovery(fingerprint: string): boolean {
    const left = this.recovery.filter((one) => one !== fingerprint);
    if (left.length === this.recovery.length) return false;
    this.recovery = left;
    return true;
  }
}

/** What apps read from the picture; six digits, thirty seconds and SHA-1 are what all of them understand. */
function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: "Splot",
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: 30,
  });
}

/** @returns the time step that the code belongs to; null where it is none of this moment's */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const apart = totp.validate({ token: code, timestamp, window: STEPS_APART });
  return apart === null ? null : totp.counter({ timestamp }) + apart;
}

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function addressFor(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => lettersInGroups(2, 5));
}

/** However it was typed: apps and paper show codes in groups. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, "").toLowerCase();
}
