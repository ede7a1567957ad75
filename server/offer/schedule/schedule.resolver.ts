// When a service takes place, as programs repeat it and as the next moments.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import type { Context } from "../../platform/graphql/context.js";
import { Service } from "../service.js";
import { nextDates } from "./next-dates.js";
import { ScheduleInWords, scheduleInWords } from "./schedule-words.js";
import { rruleOf, ServiceHours } from "./service-hours.js";

/** So many are offered to choose from at most. */
const MOST_DATES = 10;

@Resolver(() => ServiceHours)
export class ServiceHoursResolver {
  @FieldResolver(() => String, {
    description:
      "The days as a rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO,WE.",
  })
  rrule(@Root() hours: ServiceHours): string {
    return rruleOf(hours);
  }
}

@Resolver(() => Service)
export class ServiceScheduleResolver {
  @FieldResolver(() => ScheduleInWords, {
    description: "When it takes place, as people say it.",
  })
  scheduleInWords(@Root() service: Service): ScheduleInWords {
    return scheduleInWords(service);
  }

  @FieldResolver(() => [Date], {
    description:
      "When it begins next, the soonest first; without holidays, out of season and while it rests. Empty: its hours are not said.",
  })
  nextDates(
    @Root() service: Service,
    @Ctx() { now }: Context,
    @Arg("first", () => Int, {
      defaultValue: 3,
      description: "So many, at most 10.",
    })
    first: number,
  ): Date[] {
    return nextDates(service, now, Math.min(Math.max(first, 0), MOST_DATES));
  }
}
