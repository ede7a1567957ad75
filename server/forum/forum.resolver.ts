// Doors of the graph to the meetings of networks.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { Network, networkById } from "../partnership/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { attendanceOfMeeting, meetingsOfNetwork } from "./forum.reads.js";
import {
  cancelMeeting,
  CancelMeetingInput,
  ChangedMeetingPayload,
  holdMeeting,
  HoldMeetingInput,
} from "./hold-meeting.js";
import {
  approveMinutes,
  ApproveMinutesInput,
  writeMinutes,
  WriteMinutesInput,
} from "./keep-minutes.js";
import { Meeting, MeetingAttendance } from "./meeting.js";
import {
  planMeeting,
  PlanMeetingInput,
  PlanMeetingPayload,
} from "./plan-meeting.js";

@Resolver(() => Meeting)
export class MeetingResolver {
  @Mutation(() => PlanMeetingPayload, {
    description: "Announces a meeting of a network.",
  })
  planMeeting(
    @Arg("input", () => PlanMeetingInput) input: PlanMeetingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => planMeeting(work, input));
  }

  @Mutation(() => ChangedMeetingPayload, {
    description: "Says that a meeting took place, and who was there.",
  })
  holdMeeting(
    @Arg("input", () => HoldMeetingInput) input: HoldMeetingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => holdMeeting(work, input));
  }

  @Mutation(() => ChangedMeetingPayload, {
    description: "Calls a meeting off, with a reason.",
  })
  cancelMeeting(
    @Arg("input", () => CancelMeetingInput) input: CancelMeetingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => cancelMeeting(work, input));
  }

  @Mutation(() => ChangedMeetingPayload, {
    description: "Writes what was said at a meeting; again: writes it anew.",
  })
  writeMinutes(
    @Arg("input", () => WriteMinutesInput) input: WriteMinutesInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => writeMinutes(work, input));
  }

  @Mutation(() => ChangedMeetingPayload, {
    description: "Says that the minutes stand; they are not rewritten then.",
  })
  approveMinutes(
    @Arg("input", () => ApproveMinutesInput) input: ApproveMinutesInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => approveMinutes(work, input));
  }

  @FieldResolver(() => Network, { description: "Whose meeting it is." })
  network(@Root() meeting: Meeting, @Ctx() context: Context) {
    return context.load(networkById, meeting.networkId);
  }

  @FieldResolver(() => [MeetingAttendance], {
    description:
      "By organisation, who was there first; empty until it is held.",
  })
  attendance(@Root() meeting: Meeting, @Ctx() context: Context) {
    return context.load(attendanceOfMeeting, meeting.id);
  }
}

@Resolver(() => MeetingAttendance)
export class MeetingAttendanceResolver {
  @FieldResolver(() => Partner, { description: "The organisation." })
  partner(@Root() attendance: MeetingAttendance, @Ctx() context: Context) {
    return context.load(partnerById, attendance.partnerId);
  }
}

@Resolver(() => Network)
export class NetworkMeetingsResolver {
  @FieldResolver(() => [Meeting], {
    description: "Its meetings, the latest first, at most 60.",
  })
  @Cost(3)
  meetings(@Root() network: Network, @Ctx() context: Context) {
    return context.load(meetingsOfNetwork, network.id);
  }
}
