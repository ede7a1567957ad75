// Which subscribers may share one answer: the same question, in one language, by people who may see the same.
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from "graphql";

import { type Actor, permissionKey } from "../platform/permission/actor.js";

export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  language: string;
}

/** Where a subscriber goes on from is its own; everything else of the question counts. */
export function questionKey(question: Question): string {
  const { operation, variables } = question;
  const roots = new Set<FieldNode>();
  for (const selection of operation.selectionSet.selections)
    if (selection.kind === Kind.FIELD) roots.add(selection);
  const document = visit(question.document, {
    Field(field) {
      if (!roots.has(field)) return undefined;
      const rest = field.arguments?.filter(
        ({ name }) => name.value !== "after",
      );
      return { ...field, arguments: rest ?? [] };
    },
  });
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      used.add(name.value);
    },
  });
  const values = [...used].sort().map((name) => [name, variables[name]]);
  return JSON.stringify([
    question.language,
    operation.name?.value,
    print(document),
    values,
  ]);
}

export function groupKey(question: string, actor: Actor): string {
  return `${permissionKey(actor)} ${question}`;
}
