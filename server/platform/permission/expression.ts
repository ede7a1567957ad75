// Permission as a value: small expressions that are evaluated in memory, rendered into SQL and shown in tables.

/** A row as a policy sees it: the named facts of a noun. */
export type Facts = object;

export interface RoleHeld {
  kind: "role";
  roles: readonly string[];
  /** Also by who acts for an organisation that has left. */
  evenLeft?: boolean;
}

export type Expression<Row extends Facts> =
  | RoleHeld
  | { kind: "own"; field: keyof Row & string }
  | { kind: "party"; field: keyof Row & string }
  | { kind: "self"; field: keyof Row & string }
  | {
      kind: "fact";
      field: keyof Row & string;
      values: readonly (string | boolean)[];
    }
  | { kind: "visitor" }
  | { kind: "system" }
  | { kind: "any"; of: readonly Expression<Row>[] }
  | { kind: "all"; of: readonly Expression<Row>[] };

/** The actor holds one of these roles. */
export const role = <Row extends Facts>(
  ...roles: string[]
): Expression<Row> => ({ kind: "role", roles });

/** The same, and it still counts where her organisation has left: what it hands over. Stands beside `own` or `party`, or asks whether there may be such rows. */
export const still = <Row extends Facts>(
  ...roles: string[]
): Expression<Row> => ({ kind: "role", roles, evenLeft: true });

/** The row belongs to the organisation that the actor acts for. Never stands without a role. */
export const own = <Row extends Facts>(
  field: keyof Row & string,
): Expression<Row> => ({ kind: "own", field });

/** The organisation that the actor acts for is one of those that the row lists. Never stands without a role. */
export const party = <Row extends Facts>(
  field: keyof Row & string,
): Expression<Row> => ({ kind: "party", field });

/** The row names the actor's own account. */
export const self = <Row extends Facts>(
  field: keyof Row & string,
): Expression<Row> => ({ kind: "self", field });

/** A named fact of the row has one of these values. */
export const fact = <Row extends Facts>(
  field: keyof Row & string,
  ...values: (string | boolean)[]
): Expression<Row> => ({ kind: "fact", field, values });

/** Everybody, signed in or not. */
export const visitor = <Row extends Facts>(): Expression<Row> => ({
  kind: "visitor",
});

/** The system within the centre of the row. */
export const system = <Row extends Facts>(): Expression<Row> => ({
  kind: "system",
});

export const any = <Row extends Facts>(
  ...of: Expression<Row>[]
): Expression<Row> => ({ kind: "any", of });

export const all = <Row extends Facts>(
  ...of: Expression<Row>[]
): Expression<Row> => ({ kind: "all", of });
