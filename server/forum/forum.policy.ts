// Who reads the meetings of networks, and who keeps them (domain 1.14).
import { INSIDE, Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";
import type { Meeting } from "./meeting.js";

export const meetingPolicy = {
  read: role<Pick<Meeting, "centreId">>(...INSIDE, Role.IOD),
  keep: role<Pick<Meeting, "centreId">>(Role.OUS),
};
