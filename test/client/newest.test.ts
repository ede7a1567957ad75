// What is read after a write knows of it, and a late log reads everything anew without an error on any page.
import {
  ApolloClient,
  ApolloLink,
  gql,
  InMemoryCache,
  type ObservableQuery,
} from "@apollo/client";
import { Observable, type Subscriber } from "rxjs";

import { newestAnswers, readAnew } from "../../client/graphql/newest.js";

const READ = gql`
  query Agreement {
    status
  }
`;
const AGREE = gql`
  mutation Agree {
    agree
  }
`;

/** A server whose answers wait until they are let go, and say what stood when they were asked for. */
function aServer() {
  const asked: { name: string; caller: Subscriber<ApolloLink.Result> }[] = [];
  const world = { status: "IN_NEGOTIATION" };
  const answers = new Map<Subscriber<ApolloLink.Result>, ApolloLink.Result>();
  const link = new ApolloLink(
    ({ operationName = "" }) =>
      new Observable((caller) => {
        const question = { name: operationName, caller };
        asked.push(question);
        const data =
          operationName === "Agree"
            ? { agree: true }
            : { status: world.status };
        answers.set(caller, { data });
        // whoever hung up is no longer there
        return () => void asked.splice(asked.indexOf(question), 1);
      }),
  );
  const client = new ApolloClient({
    link: ApolloLink.from([newestAnswers(), link]),
    cache: new InMemoryCache(),
  });
  /** The one that has waited longest. */
  const answer = (name: string) => {
    const first = asked.find((one) => one.name === name)?.caller;
    const told = first && answers.get(first);
    if (!told) throw new Error(`nobody asks for ${name}`);
    first.next(told);
    first.complete();
  };
  const waiting = () => asked.map(({ name }) => name);
  return { client, world, answer, waiting };
}

/** What a page shows of it, in the order in which it came. */
function shownOf(query: ObservableQuery<{ status: string }>) {
  const shown: (string | undefined)[] = [];
  query.subscribe(({ data, error, loading }) => {
    if (error) shown.push(`error: ${error.message}`);
    else if (!loading) shown.push(data?.status);
  });
  return shown;
}

/** What waits for nobody has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it("gives who reads after her write no answer from before it", async () => {
  const { client, world, answer, waiting } = aServer();
  const query = client.watchQuery<{ status: string }>({ query: READ });
  const shown = shownOf(query);
  answer("Agreement");
  // the page is being read while she writes, as after a late log
  void query.refetch();
  const agreed = client.mutate({ mutation: AGREE });
  await settled();
  world.status = "AGREED";
  answer("Agree");
  await agreed;
  const anew = query.refetch();
  expect(waiting()).toEqual(["Agreement"]);
  answer("Agreement");
  await expect(anew).resolves.toMatchObject({ data: { status: "AGREED" } });
  await settled();
  expect(waiting()).toEqual([]);
  expect(shown.at(-1)).toBe("AGREED");
});

it("reads anew what is on the screen and what is still being read, and shows no error for it", async () => {
  const { client, world, answer, waiting } = aServer();
  const query = client.watchQuery<{ status: string }>({ query: READ });
  const shown = shownOf(query);
  // the first answer was still awaited, and is from before the log
  world.status = "AGREED";
  const done = readAnew(client);
  await settled();
  expect(waiting()).toEqual(["Agreement"]);
  answer("Agreement");
  await done;
  expect(shown).toEqual(["AGREED"]);

  // what is on the screen stays until the newer answer
  world.status = "ACTIVE";
  const again = readAnew(client);
  await settled();
  expect(waiting()).toEqual(["Agreement"]);
  expect(shown).toEqual(["AGREED"]);
  answer("Agreement");
  await again;
  expect(shown.at(-1)).toBe("ACTIVE");
});
