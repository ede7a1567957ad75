// The outline of an operation: how deep it goes, and how much it repeats under other names.
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";

import { tooMuch } from "./cost.js";

export interface ShapeLimits {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
}

/** What counting alone can refuse, before the dearer validation reads the document. */
export function limitShape(document: DocumentNode, limits: ShapeLimits): void {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field({ alias }) {
      if (alias) aliases++;
    },
    Directive() {
      directives++;
    },
  });
  if (aliases > limits.aliases)
    throw tooMuch("aliases", aliases, limits.aliases);
  if (directives > limits.directives)
    throw tooMuch("directives", directives, limits.directives);
  const measure = measureOf(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const depth = measure.depth(definition.selectionSet);
    if (depth > limits.depth)
      throw tooMuch("levels of fields", depth, limits.depth);
    const rootFields = measure.rootFields(definition.selectionSet);
    if (rootFields > limits.rootFields)
      throw tooMuch("root fields", rootFields, limits.rootFields);
  }
}

function measureOf(document: DocumentNode) {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  const depths = new Map<SelectionSetNode, number>();

  /** Each set is measured once; a fragment that comes back to itself adds nothing, validation names it. */
  function depth(set: SelectionSetNode | undefined): number {
    if (!set) return 0;
    const known = depths.get(set);
    if (known !== undefined) return known;
    depths.set(set, 0);
    let deepest = 0;
    for (const selection of set.selections)
      deepest = Math.max(
        deepest,
        selection.kind === Kind.FIELD
          ? fieldDepth(selection)
          : depth(
              selection.kind === Kind.INLINE_FRAGMENT
                ? selection.selectionSet
                : fragments.get(selection.name.value),
            ),
      );
    depths.set(set, deepest);
    return deepest;
  }

  /** Reading the schema is deep by nature; graphql's own rule keeps it from running in circles. */
  function fieldDepth({ name, selectionSet }: FieldNode): number {
    return name.value.startsWith("__") ? 1 : 1 + depth(selectionSet);
  }

  function rootFields(
    set: SelectionSetNode | undefined,
    seen = new Set<SelectionSetNode>(),
  ): number {
    if (!set || seen.has(set)) return 0;
    seen.add(set);
    let fields = 0;
    for (const selection of set.selections)
      if (selection.kind === Kind.FIELD) fields++;
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        fields += rootFields(selection.selectionSet, seen);
      else fields += rootFields(fragments.get(selection.name.value), seen);
    return fields;
  }

  return { depth, rootFields };
}
