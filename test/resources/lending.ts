// The verbs of resources and of borrowing, through the graph.
import type { Answer, Told } from "../support/api.js";
import type { Person } from "../support/people.js";

export interface Outcome extends Told {
  id?: string;
  state?: string;
  version?: number;
  left?: number;
  resource?: { version: number; state: string };
  loanRequest?: { version: number; state: string };
}

const MEMBERS: Record<string, string> = {
  addResource: "... on Resource { id state version }",
  changeResource:
    "... on Resource { id state version } ... on ResourceMoved { resource { version state } }",
  setResourceState:
    "... on Resource { id state version } ... on ResourceMoved { resource { version state } }",
  askForLoan: "... on LoanRequest { id state version }",
  answerLoan:
    "... on LoanRequest { id state version onBehalfReason } ... on LoanMoved { loanRequest { version state } } ... on ResourcePromised { left }",
  takeBackLoan:
    "... on LoanRequest { id state version takenBackReason } ... on LoanMoved { loanRequest { version state } }",
};

/** A refusal stands by its code where a payload would stand by its name. */
export async function ask(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors }: Answer<{ outcome: Outcome }> = await person.ask(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename ${MEMBERS[verb] ?? ""}
       ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
    { input },
  );
  return (
    data?.outcome ?? { __typename: String(errors?.[0]?.extensions?.["code"]) }
  );
}

export const pathsOf = ({ fields }: Outcome) => fields?.map(({ path }) => path);
