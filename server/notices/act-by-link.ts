// The one way in which a link acts: its holder's work, in which the link is used up or nothing happens at all.
import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Problem } from "../platform/graphql/problem.js";
import type { ActionLink, LinkAnswer, LinkKind } from "./action-link.js";
import { LinkDead, linkDead, LinkOutdated } from "./link-problems.js";
import type { OpenedLink } from "./linked.js";
import { findLink, openedLink } from "./links.reads.js";

/** The change of the page since it was opened, in the words of the verb that noticed it. */
export class Outdated extends Problem {
  readonly isOutdated = true;
}

/**
 * @param answer that uses the link up; null where it stays open
 * @param act does what the link is for, in its holder's name
 */
export async function actByLink<Refused extends Problem>(
  context: Context,
  token: string,
  kind: LinkKind,
  answer: LinkAnswer | null,
  act: (work: Work, link: ActionLink) => Promise<Refused | Outdated | null>,
): Promise<OpenedLink | LinkDead | LinkOutdated | Refused> {
  const found = await findLink(context, token);
  if (found?.link.kind !== kind) return linkDead(context.say, null);
  const { link, holder } = found;
  const { dataSource, now, say, keys, requestId, door, committed } = context;
  const desk = {
    dataSource,
    actor: holder,
    now,
    say,
    keys,
    requestId,
    door,
    committed,
  };
  const outcome = link.isOpen(now)
    ? await transact(desk, async (work) => {
        const isOpen = !answer || (await use(work, link, answer));
        return isOpen ? act(work, link) : new LinkDead("", null);
      })
    : new LinkDead("", null);
  const opened = await openedLink(context, token);
  if (!opened || outcome instanceof LinkDead) return linkDead(say, opened);
  if (outcome instanceof Outdated)
    return new LinkOutdated(outcome.message, opened);
  return outcome ?? opened;
}

/** Two taps at the same moment: the second one waits, and finds it used. */
async function use(
  work: Work,
  { id }: ActionLink,
  answer: LinkAnswer,
): Promise<boolean> {
  const used = await work.rows(
    `update action_link set used_at = $3, answer = $4 where centre_id = $1 and id = $2 and used_at is null
     returning id`,
    [work.centreId, id, work.now, answer],
  );
  return used.length === 1;
}
