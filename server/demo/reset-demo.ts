// The demo is taken away and loaded anew, dated from today; nothing but the demo's centres and who acts only there.
import type { DataSource } from "typeorm";

import { runBehindWall } from "../platform/database/behind-wall.js";
import type { Keys } from "../platform/keys.js";
import { loadDemo } from "./load-demo.js";

/** From the leaves to the root, as foreign keys allow. */
const TABLES = [
  "invitation",
  "action_link",
  "letter",
  "request_key",
  "event",
  "centre_log",
  "loan_request",
  "resource",
  "shortfall",
  "settlement_sheet",
  "delivery_report",
  "agreement_order",
  "need_report",
  "referral_fallback",
  "referral_chain",
  "referral_keeping",
  "referral_scope",
  "suggestion_decision",
  "service_suggestion",
  "referral_subject",
  "appointment",
  "attendance",
  "referral_continuation",
  "referral",
  "referral_number",
  "disclosure_basis",
  "case_look",
  "case_person",
  "case_identity",
  "case_key",
  "case_ref",
  "capacity_event",
  "capacity",
  "standard_check",
  "service_standard",
  "standard_comment",
  "quality_standard",
  "plan_money",
  "plan_row",
  "agreement_service",
  "package_record",
  "service",
  "agreement_party",
  "agreement",
  "programme_change",
  "programme",
  "network_step",
  "network_analysis",
  "network_procedure",
  "participation_obstacle",
  "meeting_attendance",
  "meeting",
  "need_comment",
  "need",
  "centre_place",
  "joint_action_part",
  "joint_action",
  "network_membership",
  "network",
  "contact_person",
  "assignment",
  "partner",
];

/** What belongs to an account, and to no centre. */
const OF_ACCOUNTS = ["password_reset", "second_factor", "account_identity"];

const IN_DEMO = "centre_id in (select id from centre where is_demo)";

/** @returns the sign-ins, one a line */
export async function resetDemo(
  dataSource: DataSource,
  ownerUrl: string,
  keys: Keys,
  now: Date,
): Promise<string[]> {
  await runBehindWall(
    ownerUrl,
    [...TABLES, ...OF_ACCOUNTS, "session", "account", "centre"],
    [
      `create temporary table leaving on commit drop as
         select distinct account_id as id from assignment a where ${IN_DEMO}
         and not exists (select from assignment o join centre c on c.id = o.centre_id
                         where o.account_id = a.account_id and not c.is_demo)`,
      `delete from session where ${IN_DEMO} or account_id in (select id from leaving)`,
      `update centre set hub_partner_id = null where is_demo`,
      ...TABLES.map((table) => `delete from ${table} where ${IN_DEMO}`),
      ...OF_ACCOUNTS.map(
        (table) =>
          `delete from ${table} where account_id in (select id from leaving)`,
      ),
      `delete from account where id in (select id from leaving)`,
      `delete from centre where is_demo`,
      // open screens end, and come back to the new demo
      `select pg_notify('splot_rights', id::text) from leaving`,
    ],
  );
  return loadDemo(dataSource, keys, now);
}
