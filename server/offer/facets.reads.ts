// The rows that facets are counted from.
import type { Accessibility, StakeholderType } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { binding } from "../platform/permission/render.js";
import type { CapacityStatus } from "./capacity-unit.js";
import type { TimeOfDay } from "./schedule/service-hours.js";
import type { ServiceFilter } from "./service-filter.js";
import type {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
import { narrowed, referableOn, STAKEHOLDER } from "./service-query.reads.js";
import type { TargetGroup } from "./target-group.js";
import { understood } from "./understood.reads.js";

interface FacetRow {
  area: ServiceArea;
  sphere: LifeSphere | null;
  form: ServiceForm;
  entry_mode: EntryMode;
  service_group: ServiceGroup;
  stakeholder_type: StakeholderType | null;
  accessibility: Accessibility[];
  target_groups: TargetGroup[];
  times_of_day: TimeOfDay[];
  care_during_activity: boolean;
  transport_provided: boolean;
  free_of_charge: boolean;
  takes_now: boolean;
  referable: boolean;
  band: CapacityStatus;
}

/** Every service of the words and the organisation, with all that the other filters ask about. */
export async function facetRows(
  context: Context,
  filter: ServiceFilter,
): Promise<FacetRow[]> {
  if (!context.actor.centreId) return [];
  const { values, bind } = binding();
  const { text, partnerId, emergency, place } = filter;
  const from = narrowed(
    context,
    {
      partnerId: partnerId ?? null,
      emergency: emergency ?? null,
      place: place ?? null,
    },
    await understood(context, text),
    bind,
  );
  const today = `${bind(localDate(context.now))}::date`;
  return context.reads.rows<FacetRow>(
    `select s.area, s.sphere, s.form, s.entry_mode, s.service_group, ${STAKEHOLDER} as stakeholder_type,
            s.accessibility, s.target_groups, s.times_of_day, s.care_during_activity, s.transport_provided, s.fee_grosze = 0 as free_of_charge,
            b.takes_now, b.status as band,
            coalesce(${referableOn(today)}, false) as referable ${from}`,
    values,
  );
}
