// Doors of the graph to attendance.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { sightFields } from "../../cases/index.js";
import { transact } from "../../events/index.js";
import { Service } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { Cost } from "../../platform/graphql/cost.js";
import { Day } from "../../platform/graphql/scalars.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { findSubject } from "../referrals.reads.js";
import {
  ALERT_FROM,
  Attendance,
  AttendanceLine,
  AttendanceSheet,
} from "./attendance.js";
import { attendanceOf, deliveredSoFar, sheetOf } from "./attendance.reads.js";
import {
  recordAttendance,
  RecordAttendanceInput,
  RecordAttendancePayload,
} from "./record-attendance.js";
import { showNames, ShowNamesInput, ShowNamesPayload } from "./show-names.js";

@Resolver(() => Service)
export class ServiceAttendanceResolver {
  @FieldResolver(() => AttendanceSheet, {
    nullable: true,
    description:
      "The list of a day (from and to the same) or of a period; for who writes it, null for others.",
  })
  @Cost(2)
  attendance(
    @Root() service: Service,
    @Ctx() context: Context,
    @Arg("from", () => Day, {
      description: "The day, or the first of the period.",
    })
    from: string,
    @Arg("to", () => Day, { description: "The same day, or the last." })
    to: string,
  ) {
    const { id, centreId, partnerId } = service;
    const row = { centreId, partnerId, senderAccountId: "" };
    return allows(referralPolicy.recordAttendance, context.actor, {
      ...row,
      status: "IN_PROGRESS",
    })
      ? context.load(sheetOf, { serviceId: id, from, to })
      : null;
  }
}

@Resolver(() => AttendanceLine)
export class AttendanceLineResolver {
  @FieldResolver(() => Boolean, {
    description:
      "Her first name was sent, and the viewer may look at it now: by `showNames`.",
  })
  async viewerCanShowName(
    @Root() { id }: AttendanceLine,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const fields = await context.load(sightFields, id);
    return fields?.includes("FIRST_NAME") ?? false;
  }
}

@Resolver(() => Referral)
export class ReferralAttendanceResolver {
  @FieldResolver(() => [Attendance], {
    description:
      "Lines of the newest 60 days, newest first, with those that were corrected; for both sides, empty for others.",
  })
  attendance(@Root() referral: Referral, @Ctx() context: Context) {
    return allows(referralPolicy.readAttendance, context.actor, referral)
      ? context.load(attendanceOf, referral.id)
      : [];
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Days on which she was there, or units, by the lists; for both sides, null where there are none.",
  })
  deliveredSoFar(@Root() referral: Referral, @Ctx() context: Context) {
    return allows(referralPolicy.readAttendance, context.actor, referral)
      ? context.load(deliveredSoFar, referral.id)
      : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "What was delivered in all, once it has ended: as somebody said then, else what the lists come to, also those written later; for both sides.",
  })
  async deliveredUnits(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.startedAt &&
      referral.finishedAt &&
      allows(referralPolicy.readAttendance, context.actor, referral)
      ? (referral.deliveredUnits ??
          (await context.load(deliveredSoFar, referral.id)))
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "How it ended; for both sides, null for others; once masked, or its basis was taken back, the sender's alone.",
  })
  async result(@Root() referral: Referral, @Ctx() context: Context) {
    if (referral.maskedAt)
      return (await findSubject(context, referral))?.result ?? null;
    return allows(referralPolicy.readResult, context.actor, referral)
      ? referral.result
      : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Three times absent without a break while the service runs; for both sides, false for others.",
  })
  isOftenAbsent(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.status === "IN_PROGRESS" &&
      referral.absencesInRow >= ALERT_FROM &&
      allows(referralPolicy.readAttendance, actor, referral)
    );
  }

  @Mutation(() => RecordAttendancePayload, {
    description:
      "Writes the list of a day, or what a period held; again: corrects it.",
  })
  recordAttendance(
    @Arg("input", () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() context: Context,
  ): Promise<typeof RecordAttendancePayload> {
    return transact(context, (work) => recordAttendance(work, input));
  }

  @Mutation(() => ShowNamesPayload, {
    description:
      "Shows the partner's people the first names of a list as far as they were sent, for ten minutes; each goes on record.",
  })
  showNames(
    @Arg("input", () => ShowNamesInput) input: ShowNamesInput,
    @Ctx() context: Context,
  ): Promise<typeof ShowNamesPayload> {
    return transact(context, (work) => showNames(work, input));
  }
}
