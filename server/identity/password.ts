// Passwords: argon2id, and the same work for an account that does not exist.
import { randomInt } from "node:crypto";

import { hash, verify } from "@node-rs/argon2";

import type { Words } from "../platform/graphql/words.js";

/** OWASP's second choice: 19 MiB, two passes, one lane; the library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** Said where it does not hold. */
export const newPasswordRule: Words = {
  pl: "Nowe hasło ma mieć od 10 do 200 znaków.",
  en: "The new password needs 10 to 200 characters.",
};

export function newPasswordFits(password: string): boolean {
  return (
    password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD
  );
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let standIn: Promise<string> | null = null;

/** Takes as long for an account without a password as for one with a wrong one. */
export async function passwordFits(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  standIn ??= hashPassword("nobody has this one");
  const fits = await verify(passwordHash ?? (await standIn), password);
  return fits && passwordHash !== null;
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** A note with it that lies about is worth nothing later. */
export function oneTimeUntil(now: Date): Date {
  return new Date(now.getTime() + 7 * 24 * 3_600_000);
}

/** Made to be typed from paper; no letters that look alike. */
export function lettersInGroups(groups: number, length: number): string {
  const group = () =>
    Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

/** Printed once, changed at the first sign-in. */
export function oneTimePassword(): string {
  return lettersInGroups(4, 4);
}
