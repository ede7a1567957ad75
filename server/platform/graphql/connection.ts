// Pages of a list: keyset cursors over the list's own order, never an offset.
import type { ClassType } from "type-graphql";
import { Field, Int, ObjectType } from "type-graphql";

import type { Column } from "./list-cursor.js";
import { readCursor, writeCursor } from "./list-cursor.js";
import { Refusal } from "./problem.js";

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

@ObjectType({ description: "Where a page ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "More follow after this page." })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Give it as `after` to go on; null where the page is empty.",
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/** What a caller asks of a list. */
export interface Page {
  first: number;
  /** Values of the list's order after which the page begins. */
  after: unknown[] | null;
}

/** @throws BAD_USER_INPUT where the cursor is not one of a list of these columns, or the size is out of bounds */
export function page(
  asked: number | null,
  after: string | null | undefined,
  columns: readonly Column[],
): Page {
  const first = asked ?? DEFAULT_PAGE;
  if (first < 1 || first > LARGEST_PAGE)
    throw new Refusal(
      "BAD_USER_INPUT",
      `first is ${String(first)}; it must be from 1 to ${String(LARGEST_PAGE)}.`,
    );
  return { first, after: after ? readCursor(after, columns) : null };
}

/** Makes a page of rows that were read with one row more than asked for. */
export function connection<Row, Node>(
  rows: readonly Row[],
  asked: Page,
  orderOf: (row: Row) => readonly unknown[],
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, asked.first).map((row) => ({
    cursor: writeCursor(orderOf(row)),
    node: nodeOf(row),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > asked.first,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A list that is counted where somebody asks for it. */
export interface CountedConnection<Node> extends Connection<Node> {
  count: () => Promise<number>;
}

export function emptyConnection<Node>(): CountedConnection<Node> {
  return {
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: null },
    count: () => Promise.resolve(0),
  };
}

function edgeOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
) {
  @ObjectType(`${name}Edge`, {
    description: `A ${name} and its place in a list.`,
  })
  class NounEdge {
    @Field(() => String, { description: "The place; give it as `after`." })
    cursor!: string;

    @Field(node, { description: "The noun itself." })
    node!: Node;
  }
  return NounEdge;
}

/** The classes of the graph for a list of one noun. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
) {
  const NounEdge = edgeOf(name, node);
  @ObjectType(`${name}Connection`, { description: `A page of a list.` })
  class NounConnection {
    @Field(() => [NounEdge], { description: "Nouns with their places." })
    edges!: Edge<Node>[];

    @Field(() => [node()], { description: "The nouns of the page, in order." })
    nodes!: Node[];

    @Field(() => PageInfo, { description: "Where the page ends." })
    pageInfo!: PageInfo;
  }
  return NounConnection;
}

/** The same for lists that are counted cheaply. */
export function countedConnectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
) {
  const NounEdge = edgeOf(name, node);
  @ObjectType(`${name}Connection`, { description: `A page of a list.` })
  class NounConnection {
    @Field(() => [NounEdge], { description: "Nouns with their places." })
    edges!: Edge<Node>[];

    @Field(() => [node()], { description: "The nouns of the page, in order." })
    nodes!: Node[];

    @Field(() => PageInfo, { description: "Where the page ends." })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, {
      description: "How many the viewer may see in the whole list.",
    })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return NounConnection;
}
