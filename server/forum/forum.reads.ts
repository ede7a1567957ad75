// Reads of meetings and of who was there.
import { In } from "typeorm";

import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { holds } from "../platform/permission/allows.js";
import { meetingPolicy } from "./forum.policy.js";
import { Meeting, MeetingAttendance } from "./meeting.js";

/** Of one network, the latest. */
const MOST = 60;

function readableCentre(context: Context): string | null {
  const { centreId } = context.actor;
  return centreId && holds(meetingPolicy.read, context.actor, { centreId })
    ? centreId
    : null;
}

export const meetingById = loader<string, Meeting | null>(
  async (context, ids) => {
    const centreId = readableCentre(context);
    if (!centreId) return ids.map(() => null);
    const meetings = await context.reads.ask((manager) =>
      manager.getRepository(Meeting).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(ids, meetings, (meeting) => meeting.id);
  },
);

/** The latest first. */
export const meetingsOfNetwork = loader<string, Meeting[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const meetings = await context.reads.ask((manager) =>
      ofEach(manager, Meeting, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { startsAt: "DESC", id: "ASC" },
        most: MOST,
      }),
    );
    return grouped(networkIds, meetings, (meeting) => meeting.networkId);
  },
);

export const attendanceOfMeeting = loader<string, MeetingAttendance[]>(
  async (context, meetingIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return meetingIds.map(() => []);
    const rows = await context.reads.ask((manager) =>
      manager.getRepository(MeetingAttendance).find({
        where: { centreId, meetingId: In([...meetingIds]) },
        order: { present: "DESC", partnerId: "ASC" },
      }),
    );
    return grouped(meetingIds, rows, (row) => row.meetingId);
  },
);
