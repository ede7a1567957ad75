// Opaque ids of nouns: made and read only at the edge of the graph.
import { Refusal } from "./problem.js";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

export function parseGlobalId(
  globalId: string,
): { type: string; id: string } | null {
  const text = Buffer.from(globalId, "base64url").toString("utf8");
  const [type, id, ...rest] = text.split(":");
  if (!type || !id || rest.length > 0 || !UUID.test(id)) return null;
  return toGlobalId(type, id) === globalId ? { type, id } : null;
}

/** @throws BAD_USER_INPUT where the text is no id of such a noun */
export function fromGlobalId(type: string, globalId: string): string {
  const parsed = parseGlobalId(globalId);
  if (parsed?.type !== type)
    throw new Refusal("BAD_USER_INPUT", `This is no id of a ${type}.`);
  return parsed.id;
}
