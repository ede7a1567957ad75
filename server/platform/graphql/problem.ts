// Expected failures are values that a payload can hold; refusals and faults are thrown with a code.
import { GraphQLError } from "graphql";
import { Field, InterfaceType, ObjectType } from "type-graphql";

import type { Say, Words } from "./words.js";

@InterfaceType({
  description:
    "An expected failure, returned as a member of a payload, never thrown. Nothing was changed.",
})
export abstract class Problem {
  @Field(() => String, {
    description: "What happened and what to do, in the language of the viewer.",
  })
  message: string;

  /** What was asked for is not the asker's to have: the refusal is put on record. */
  isDenial = false;

  constructor(message: string) {
    this.message = message;
  }
}

@ObjectType({ description: "One fault of an input." })
export class InvalidField {
  @Field(() => String, {
    description: "Where in the input, e.g. `services.2.serviceId`.",
  })
  path: string;

  @Field(() => String, {
    description: "What is wrong and what would be right.",
  })
  message: string;

  constructor(path: string, message: string) {
    this.path = path;
    this.message = message;
  }
}

@ObjectType({
  implements: Problem,
  description: "The input cannot be taken; all its faults at once.",
})
export class InvalidInput extends Problem {
  @Field(() => [InvalidField], { description: "The faults, in input order." })
  fields: InvalidField[];

  constructor(message: string, fields: InvalidField[]) {
    super(message);
    this.fields = fields;
  }
}

const LONGEST_KEY = 200;

export function isRequestKey(key: string): boolean {
  return key.length > 0 && key.length <= LONGEST_KEY;
}

/** Gathers the faults of an input; answers a problem only where there are any. */
export class InputCheck {
  private readonly faults: InvalidField[] = [];

  constructor(private readonly say: Say) {}

  that(right: boolean, path: string, words: Words): this {
    if (!right) this.faults.push(new InvalidField(path, this.say(words)));
    return this;
  }

  /** The caller's own key, by which a repeated call is known. */
  key(key: string): this {
    return this.that(isRequestKey(key), "requestKey", {
      pl: "Klucz ma mieć od 1 do 200 znaków.",
      en: "A key has from 1 to 200 characters.",
    });
  }

  get problem(): InvalidInput | null {
    const [first] = this.faults;
    return first ? new InvalidInput(first.message, this.faults) : null;
  }
}

/** The one answer for what is absent and what is not the actor's to see. */
export function unknownNoun(
  say: Say,
  path: string,
  words: Words,
): InvalidInput {
  const message = say(words);
  return new InvalidInput(message, [new InvalidField(path, message)]);
}

/** The same problem, told as one that goes on record. */
export function denied<Told extends Problem>(problem: Told): Told {
  problem.isDenial = true;
  return problem;
}

export type RefusalCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_USER_INPUT"
  | "RATE_LIMITED"
  | "UNAVAILABLE"
  | "CURSOR_EXPIRED"
  | "CURSOR_UNKNOWN";

/** A refusal, thrown: certainly no effect (but UNAVAILABLE, whose outcome is unknown). */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, {
      extensions: { code },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
  }
}
