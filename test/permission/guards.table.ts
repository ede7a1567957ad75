// The guards of the database that are no policies: a trespass that each trigger alone stops, and whom each function of the owner answers.
import { type ActorName, actorNames } from "./cast.js";

export interface Trespass {
  /** The trigger, as table.name. */
  guard: string;
  by: ActorName | "link";
  /**
   * What is tried in one transaction; $network, $service, $referral (sent), $invitation, $user (an assignment), $standard (consulted), $centre, $partner and $account (of who tries) stand
   * for ids of the cast. With the guard it is refused, without it alone it is done.
   */
  statements: readonly string[];
  /** False: the deferred books are left aside. */
  keepsBooks?: false;
}

const LINE = (
  kind: string,
  { ahead = 0, total = 0, onBehalf = "null" } = {},
) => `insert into capacity_event (centre_id, service_id, version, kind, total_change, reason, actor_account_id, on_behalf_of, at)
  select centre_id, service_id, version + ${String(ahead)}, '${kind}', ${String(total)}, 'r', $account, ${onBehalf}, now()
  from capacity where service_id = $service`;

export const trespasses: readonly Trespass[] = [
  {
    guard: "capacity.guard_capacity",
    by: "team",
    statements: [
      `update capacity set confirm_every_days = 300 where service_id = $service`,
    ],
  },
  {
    guard: "capacity.hold_against_ledger",
    by: "ous",
    statements: [
      `update capacity set total = total + 7, version = version + 1, numbers_version = version + 1 where service_id = $service`,
      LINE("SET_TOTAL", { total: 1, onBehalf: "$partner" }),
    ],
  },
  {
    guard: "capacity_event.hold_against_capacity",
    by: "team",
    statements: [LINE("CONFIRM", { ahead: 1 })],
  },
  {
    guard: "service.guard_service_entry",
    by: "editor",
    statements: [`update service set entry_mode = 'OPEN' where id = $service`],
  },
  {
    guard: "service.guard_service_status",
    by: "editor",
    statements: [
      `update service set status = 'PENDING_REVIEW' where id = $service`,
    ],
  },
  {
    guard: "service.guard_service_withdrawal",
    by: "editor",
    statements: [
      `update capacity set suspended = true, version = version + 1, numbers_version = version + 1 where service_id = $service`,
      LINE("SUSPEND"),
      `update service set status = 'WITHDRAWN' where id = $service`,
    ],
  },
  {
    guard: "service.hold_against_numbers",
    by: "editor",
    statements: [`update service set status = 'PAUSED' where id = $service`],
  },
  {
    guard: "capacity.hold_against_service",
    by: "editor",
    statements: [
      `update capacity set suspended = true, version = version + 1, numbers_version = version + 1 where service_id = $service`,
      LINE("SUSPEND"),
    ],
  },
  {
    guard: "referral.guard_referral_transition",
    by: "sender",
    statements: [
      `update referral set status = 'RECEIVED', version = version + 1 where id = $referral`,
    ],
  },
  {
    guard: "referral.guard_referral_books",
    by: "team",
    statements: [
      `update referral set status = 'RECEIVED', version = version + 5 where id = $referral`,
    ],
  },
  {
    guard: "referral.hold_against_lines",
    by: "team",
    statements: [
      `update referral set status = 'DECLINED', takes = 'NOTHING', version = version + 1 where id = $referral`,
    ],
  },
  {
    guard: "appointment.guard_appointment",
    by: "sender",
    statements: [
      `update appointment set state = 'CAME', noted_at = now() where referral_id = $referral`,
    ],
  },
  {
    // nobody is on a list before the service has begun
    guard: "attendance.guard_attendance",
    by: "team",
    statements: [
      `insert into attendance (centre_id, referral_id, day, until, revision, partner_id, sender_account_id, service_id, state, recorded_at, recorded_by)
         select centre_id, id, current_date, current_date, 1, partner_id, sender_account_id, service_id, 'PRESENT', now(), $account
         from referral where id = $referral`,
    ],
  },
  {
    // the place of who did not come is the coordinator's to give away
    guard: "referral.guard_awaited_place",
    by: "team",
    keepsBooks: false,
    statements: [
      `update referral set status = 'ACCEPTED', version = version + 1 where id = $referral`,
      `update appointment set state = 'DID_NOT_COME', noted_at = now() where referral_id = $referral`,
      `update referral set status = 'DISCONTINUED', takes = 'NOTHING', version = version + 1 where id = $referral`,
    ],
  },
  {
    // a code is used where it lets somebody in, and nowhere else
    guard: "referral.guard_redeemed",
    by: "team",
    statements: [
      `update referral set status = 'RECEIVED', version = version + 1, redeemed_at = now() where id = $referral`,
    ],
  },
  {
    // what was sent as somebody's place becomes no application
    guard: "referral.guard_referral_kind",
    by: "team",
    statements: [
      `update referral set status = 'RECEIVED', version = version + 1, sent_as = 'APPLICATION_TRANSFER' where id = $referral`,
    ],
  },
  {
    // nor is it begun, to be broken off then
    guard: "referral.guard_awaited_place",
    by: "team",
    keepsBooks: false,
    statements: [
      `update referral set status = 'ACCEPTED', version = version + 1 where id = $referral`,
      `update appointment set state = 'DID_NOT_COME', noted_at = now() where referral_id = $referral`,
      `update referral set status = 'IN_PROGRESS', takes = 'OCCUPIED', version = version + 1 where id = $referral`,
    ],
  },
  ...["DISCONTINUED', takes = 'NOTHING", "IN_PROGRESS', takes = 'OCCUPIED"].map(
    (given) => ({
      // nor past her by another date
      guard: "referral.guard_awaited_place",
      by: "team" as const,
      keepsBooks: false as const,
      statements: [
        `update referral set status = 'ACCEPTED', version = version + 1 where id = $referral`,
        `update appointment set state = 'DID_NOT_COME', noted_at = now() where referral_id = $referral`,
        `insert into appointment (centre_id, referral_id, number, partner_id, sender_account_id, at, place, state, made_at)
         select centre_id, referral_id, 7, partner_id, sender_account_id, now() + interval '2 days', place, 'PLANNED', made_at
         from appointment where referral_id = $referral order by number desc limit 1`,
        `update referral set status = '${given}', updated_at = now(), version = version + 1 where id = $referral`,
      ],
    }),
  ),
  {
    // and who did not come was noted as such before
    guard: "referral.guard_awaited_place",
    by: "team",
    keepsBooks: false,
    statements: [
      `update referral set status = 'ACCEPTED', version = version + 1 where id = $referral`,
      `update referral set status = 'DISCONTINUED', discontinue_reason = 'NO_SHOW', takes = 'NOTHING', version = version + 1
         where id = $referral`,
    ],
  },
  {
    // nobody says afterwards under which version it was sent
    guard: "referral.guard_referral_grounds",
    by: "team",
    statements: [
      `update referral set status = 'RECEIVED', version = version + 1, agreement_revision = 7 where id = $referral`,
    ],
  },
  {
    guard: "case_ref.guard_case",
    by: "sender",
    statements: [
      `update case_ref set pseudonym = 'JAR-2026-0001', version = version + 1 where id = $case`,
    ],
  },
  {
    // another key in the place of the one that opens what is sealed
    guard: "case_key.guard_case_key",
    by: "sender",
    statements: [`update case_key set wrapped_key = 'x' where case_id = $case`],
  },
  {
    // what she does not look at that year
    guard: "case_identity.guard_case_identity",
    by: "sender",
    statements: [
      `update case_identity set version = version + 1, sealed = 'x', changed_at = '2030-01-01' where case_id = $case`,
    ],
  },
  {
    // somebody is referred from a case that is closed
    guard: "referral_subject.guard_referral_case",
    by: "sender",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `update case_ref set closed_on = opened_on where id = $case`,
      `select set_config('splot.kind', 'member', true)`,
      `insert into referral_subject (centre_id, referral_id, sender_account_id, case_id)
       select centre_id, id, sender_account_id, $case from referral where service_id = $waiting`,
    ],
  },
  {
    // a name of somebody whose data are not to be used
    guard: "referral_subject.freeze_restricted_case",
    by: "sender",
    keepsBooks: false,
    statements: [
      `select set_config('splot.roles', 'IOD', true)`,
      `insert into resident_request (centre_id, number, id, case_id, pseudonym, kind, received_on, due_on, state, answer,
         answered_at, filed_at, filed_by_account_id, filed_by_name)
       values ($centre, 1, gen_random_uuid(), $case, 'JAR', 'RESTRICTION', current_date - 1,
         (current_date - 1 + interval '1 month')::date, 'OPEN', null, null, now(), $account, 'A')`,
      `update resident_request set state = 'GRANTED', answer = 'a', answered_at = now(), version = 2`,
      `select set_config('splot.kind', 'system', true)`,
      `update service set programme_id = null where id = (select service_id from referral where id = $referral)`,
      `insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', $invitation, 'number', 'SK/1',
         'token_code', 'T1', 'disclosure_level', 'L1_CONTACT'))).* from referral r where r.id = $referral`,
      `select set_config('splot.kind', 'member', true), set_config('splot.roles', 'KIPUS', true)`,
      `insert into referral_subject (centre_id, referral_id, sender_account_id, case_id)
       values ($centre, $invitation, $account, $case)`,
    ],
  },
  {
    guard: "resident_request.guard_resident_request",
    by: "iod",
    statements: [
      `insert into resident_request (centre_id, number, id, kind, received_on, due_on, state, filed_at,
         filed_by_account_id, filed_by_name)
       values ($centre, 1, gen_random_uuid(), 'ACCESS', current_date - 1, (current_date - 1 + interval '1 month')::date,
         'OPEN', now(), $account, 'A')`,
      `update resident_request set received_on = received_on + 1, due_on = (received_on + 1 + interval '1 month')::date,
         version = 2`,
    ],
  },
  {
    guard: "breach.guard_breach",
    by: "iod",
    statements: [
      `insert into breach (centre_id, number, id, kind, found_at, about, filed_at, filed_by_name)
       values ($centre, 1, gen_random_uuid(), 'INTEGRITY', now() - interval '4 days', 'a', now(), 'A')`,
      `update breach set found_at = found_at + interval '1 day', version = 2`,
    ],
  },
  {
    // a name without a case
    guard: "referral.hold_against_basis",
    by: "sender",
    statements: [
      `update capacity set waiting_referred = waiting_referred + 1, version = version + 1, numbers_version = version + 1
       where service_id = $waiting`,
      `insert into capacity_event (centre_id, service_id, version, kind, waiting_change, referral_id, actor_account_id, at)
       select centre_id, service_id, version, 'WAITING', 1, $centre, $account, now() from capacity where service_id = $waiting`,
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name, priority,
         status, disclosure_level, units, agreement_id, agreement_revision, sent_at, created_at, updated_at)
       select centre_id, $centre, 'x', 'x', $waiting, partner_id, sender_account_id, 'x', priority,
         'WAITLISTED', 'L2_IDENTITY', 1, agreement_id, agreement_revision, sent_at, sent_at, sent_at
       from referral where id = $referral`,
    ],
  },
  {
    // a draft that was left for her as a number, sent as a name without a case
    guard: "referral.hold_sending_against_basis",
    by: "sender",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name, priority,
         status, disclosure_level, units, agreement_id, agreement_revision, created_at, updated_at)
       select centre_id, $centre, 'x', 'x', $waiting, partner_id, sender_account_id, 'x', priority,
         'DRAFT', 'L0_TOKEN', 1, agreement_id, agreement_revision, sent_at, sent_at
       from referral where id = $referral`,
      `set constraints all immediate`,
      `set constraints all deferred`,
      `select set_config('splot.kind', 'member', true)`,
      `update capacity set waiting_referred = waiting_referred + 1, version = version + 1, numbers_version = version + 1
       where service_id = $waiting`,
      `insert into capacity_event (centre_id, service_id, version, kind, waiting_change, referral_id, actor_account_id, at)
       select centre_id, service_id, version, 'WAITING', 1, $centre, $account, now() from capacity where service_id = $waiting`,
      `update referral r set status = 'WAITLISTED', disclosure_level = 'L2_IDENTITY', version = r.version + 1,
         sent_at = s.sent_at from referral s where r.id = $centre and s.id = $referral`,
    ],
  },
  {
    // of her who waits with her name nobody has a case
    guard: "referral.guard_offer_basis",
    by: "team",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name, priority,
         status, disclosure_level, units, takes, agreement_id, agreement_revision, sent_at, created_at, updated_at)
       select centre_id, $centre, 'x', 'x', $waiting, partner_id, sender_account_id, 'x', priority,
         'WAITLISTED', 'L2_IDENTITY', 1, 'NOTHING', agreement_id, agreement_revision, sent_at, sent_at, sent_at
       from referral where id = $referral`,
      `select set_config('splot.kind', 'member', true)`,
      `update referral set status = 'OFFERED', takes = 'RESERVED', version = version + 1 where id = $centre`,
    ],
    keepsBooks: false,
  },
  {
    guard: "centre_log.hold_against_log",
    by: "sender",
    statements: [
      `update centre_log set position = position + 1000 where centre_id = $centre`,
    ],
  },
  {
    guard: "event.hold_against_head",
    by: "sender",
    statements: [
      `insert into event (centre_id, position, type, topic, subject_id, partner_id, sender_account_id, actor_account_id,
         actor_partner_id, at, facts)
       select centre_id, position + 1, 'X', 'REFERRAL', $referral, $partner, $account, $account, actor_partner(), now(), '{}'
       from centre_log where centre_id = $centre`,
    ],
  },
  {
    guard: "service.guard_service",
    by: "editor",
    statements: [
      `update service set visibility = 'NETWORK' where id = $service`,
    ],
  },
  {
    guard: "service.guard_service_programme",
    by: "ous",
    statements: [`update service set name = 'X' where id = $service`],
  },
  {
    guard: "referral.guard_programme_level",
    by: "sender",
    statements: [
      // it lets no more travel than a number
      `select set_config('splot.kind', 'system', true)`,
      `update programme set personal_data = '{}'`,
      `select set_config('splot.kind', 'member', true)`,
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, disclosure_level, units, agreement_id, agreement_revision, sent_at, created_at, updated_at)
       select centre_id, $centre, 'X', 'X', service_id, partner_id, sender_account_id, sender_name, priority, 'SENT',
         'L1_CONTACT', 1, agreement_id, agreement_revision, sent_at, sent_at, sent_at from referral where id = $referral`,
      // her case has a basis for it
      `insert into referral_subject (centre_id, referral_id, sender_account_id, case_id)
       select centre_id, $centre, sender_account_id, case_id from referral_subject where referral_id = $referral`,
      `select set_config('splot.kind', 'system', true)`,
      `insert into referral_scope (centre_id, referral_id, case_id, basis_id, fields)
       select centre_id, $centre, case_id, id, array['FIRST_NAME'] from disclosure_basis where case_id = $case`,
      `select set_config('splot.kind', 'member', true)`,
      `update referral_scope set sealed = null where referral_id = $centre`,
    ],
  },
  {
    guard: "disclosure_basis.guard_basis",
    by: "sender",
    statements: [
      `update disclosure_basis set fields = array['FIRST_NAME', 'INCOME'] where case_id = $case`,
    ],
  },
  {
    guard: "referral_scope.guard_referral_scope",
    by: "sender",
    statements: [
      `update referral_scope set sealed = '\\x00' where case_id = $case`,
    ],
  },
  {
    guard: "referral_keeping.guard_keeping",
    by: "team",
    statements: [
      `update referral_keeping set answer = null where partner_id = $partner`,
    ],
  },
  {
    guard: "quality_standard.guard_standard",
    by: "ous",
    statements: [
      `update quality_standard set status = 'APPROVED', approved_on = current_date, in_force_from = current_date,
         version = version + 1 where id = $standard`,
    ],
  },
  {
    guard: "invitation.guard_invitation",
    by: "admin",
    statements: [
      `update invitation set roles = array['PARTNER_ADMIN'] where id = $invitation`,
    ],
  },
  {
    guard: "partner.guard_partner",
    by: "admin",
    statements: [`update partner set regon = '192598184' where id = $partner`],
  },
  {
    guard: "contact_person.guard_contact_person",
    by: "admin",
    statements: [
      `update contact_person set willing_confirmed_at = now(), willing_confirmed_by = 'HUB' where partner_id = $partner`,
    ],
  },
  {
    guard: "assignment.guard_assignment",
    by: "admin",
    statements: [
      `update assignment set roles = array['PARTNER_VIEWER', 'OUS'] where id = $user`,
    ],
  },
  {
    guard: "agreement_party.guard_agreement_party",
    by: "admin",
    statements: [
      `update agreement_party set signed_on = '2020-01-01' where partner_id = $partner`,
    ],
  },
  {
    // nobody left before today
    guard: "agreement_party.guard_leaving_party",
    by: "admin",
    statements: [
      `update agreement_party set left_on = '2020-01-01', leave_reason = 'x' where partner_id = $partner and left_on is null`,
    ],
  },
  {
    // nor did an agreement end then
    guard: "agreement.guard_agreement_end",
    by: "ous",
    statements: [
      `update agreement set ended_on = valid_from + 1, valid_to = valid_from + 1, auto_renew = false, end_reason = 'koniec'
       where status = 'ACTIVE' and ended_on is null and $partner = any(party_ids)`,
    ],
  },
  {
    // what was signed beside stays
    guard: "agreement_document.guard_agreement_document",
    by: "admin",
    statements: [`delete from agreement_document where partner_id = $partner`],
  },
  {
    guard: "agreement.guard_agreement",
    by: "ous",
    statements: [
      `update agreement set allows_sensitive = true where status = 'ACTIVE' and $partner = any(party_ids)`,
    ],
  },
  {
    guard: "agreement.guard_data_clause",
    by: "ous",
    statements: [
      `insert into agreement (centre_id, id, number, kind, status, title, data_role, allows_sensitive, created_at, updated_at)
       values ($centre, $account, 'U-0', 'COOPERATION', 'DRAFT', 'U', 'NO_PERSONAL_DATA', true, now(), now())`,
    ],
  },
  {
    // the mark that the centre wrote it is left out
    guard: "agreement_party.guard_noted_word",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `update agreement_party set signed_on = null, signature_noted_on = null where partner_id = $partner`,
      `select set_config('splot.kind', 'member', true)`,
      `update agreement_party set signed_on = current_date, signed_by_account = $account where partner_id = $partner`,
    ],
  },
  {
    guard: "agreement_version_party.guard_noted_word",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into agreement_version_party (centre_id, agreement_id, revision, partner_id)
       select y.centre_id, y.agreement_id, 1, y.partner_id from agreement_party y
       join agreement_version v on v.agreement_id = y.agreement_id and v.revision = 1 where y.partner_id = $partner`,
      `select set_config('splot.kind', 'member', true)`,
      `update agreement_version_party set signed_on = current_date, signed_by_account = $account where revision = 1 and partner_id = $partner`,
    ],
  },
  {
    guard: "agreement.guard_carried_programme",
    by: "ous",
    statements: [
      `insert into programme (centre_id, id, name, status, created_at, updated_at) values ($centre, $account, 'P', 'DRAFT', now(), now())`,
      `insert into agreement (centre_id, id, number, kind, status, title, data_role, programme_id, created_at, updated_at)
       values ($centre, $account, 'U-0', 'COOPERATION', 'DRAFT', 'U', 'NO_PERSONAL_DATA', $account, now(), now())`,
    ],
  },
  {
    guard: "agreement_version_party.guard_agreement_version_party",
    by: "ous",
    statements: [
      `update agreement_version_party set signed_on = current_date, signature_noted_on = current_date where revision = 1`,
    ],
  },
  {
    // by who is in no network any more
    guard: "agreement_party.guard_signing",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `update agreement_party set signed_on = null where partner_id = $partner`,
      `update network_membership set left_on = current_date where partner_id = $partner`,
      `update partner set status = 'FORMER' where id = $partner`,
      `update agreement_party set signed_on = current_date where partner_id = $partner`,
    ],
  },
  {
    guard: "agreement_version_party.guard_signing",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into agreement_version_party (centre_id, agreement_id, revision, partner_id)
       select y.centre_id, y.agreement_id, 1, y.partner_id from agreement_party y
       join agreement_version v on v.agreement_id = y.agreement_id and v.revision = 1 where y.partner_id = $partner`,
      `update network_membership set left_on = current_date where partner_id = $partner`,
      `update partner set status = 'FORMER' where id = $partner`,
      `update agreement_version_party set signed_on = current_date where revision = 1 and partner_id = $partner`,
    ],
  },
  {
    // more than there are
    guard: "agreement.hold_places",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `update agreement set status = 'AGREED' where id in (select agreement_id from agreement_version where revision = 1)`,
      `insert into agreement_service select a.centre_id, a.id, $service, 99999 from agreement a
       where a.id in (select agreement_id from agreement_version where revision = 1)`,
      `set constraints all immediate`,
      `set constraints all deferred`,
      `update agreement set status = 'SIGNED' where id in (select agreement_id from agreement_version where revision = 1)`,
    ],
  },
  {
    guard: "agreement_service.hold_places",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into agreement_service select a.centre_id, a.id, $service, 99999 from agreement a
       where a.id in (select agreement_id from agreement_version where revision = 1)`,
    ],
  },
  {
    // signed by all who must
    guard: "agreement_version.guard_agreement_version",
    by: "ous",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `insert into agreement_version select centre_id, agreement_id, 2, 'PROPOSED', terms, changes, effective_from, made_by, made_at
       from agreement_version where revision = 1`,
      `update agreement set valid_to = null where id in (select agreement_id from agreement_version where revision = 2)`,
      `update agreement_version set status = 'REJECTED' where revision = 2`,
    ],
  },
  {
    // between nobody
    guard: "agreement.hold_signatures",
    by: "ous",
    statements: [
      `insert into agreement (centre_id, id, number, kind, status, title, data_role, created_at, updated_at)
       values ($centre, $account, 'U-0', 'COOPERATION', 'ACTIVE', 'U', 'PROCESSOR', now(), now())`,
    ],
  },
  {
    // the partner cannot confirm for the centre
    guard: "settlement_sheet.guard_settlement_sheet",
    by: "admin",
    statements: [
      `update settlement_sheet set hub_confirmed_at = now() where id = $sheet`,
    ],
  },
  {
    // both have confirmed meanwhile
    guard: "delivery_report.hold_settled",
    by: "admin",
    statements: [
      `select set_config('splot.kind', 'system', true)`,
      `update settlement_sheet set status = 'CONFIRMED', hub_confirmed_at = drafted_at, partner_confirmed_at = drafted_at where id = $sheet`,
      `update delivery_report set version = 9 where order_id = (select order_id from settlement_sheet where id = $sheet)`,
    ],
  },
  {
    // the partner cannot rewrite what was raised
    guard: "shortfall.guard_shortfall",
    by: "admin",
    statements: [
      `update shortfall set due_on = due_on + 100 where id = $shortfall`,
    ],
  },
  {
    // when it was answered is the organisation's to say
    guard: "shortfall.guard_shortfall_answer",
    by: "ous",
    statements: [
      `update shortfall set answered_at = now() where id = $shortfall`,
    ],
  },
  {
    // the organisation answers, and does not find itself done
    guard: "standard_check.guard_standard_check",
    by: "editor",
    statements: [
      `update standard_check set action_state = 'DONE', action_done_on = checked_on where partner_id = $partner`,
    ],
  },
  {
    // what was asked for is not rewritten by who lends it
    guard: "loan_request.guard_loan_request",
    by: "admin",
    statements: [`update loan_request set note = 'co innego' where id = $loan`],
  },
  {
    // three are promised, and of a sudden there is one
    guard: "resource.guard_resource",
    by: "ous",
    statements: [
      `update resource set quantity = 9 where id = (select resource_id from loan_request where id = $loan)`,
      `insert into loan_request (centre_id, id, resource_id, partner_id, asking_partner_id, from_on, to_on, quantity, state, asked_at, version)
       select centre_id, gen_random_uuid(), resource_id, partner_id, actor_partner(), from_on, to_on, 3, 'ASKED', asked_at, 1
       from loan_request where id = $loan`,
      `update loan_request set state = 'AGREED', answered_at = asked_at where asking_partner_id = actor_partner() and quantity = 3`,
      `update resource set quantity = 1 where id = (select resource_id from loan_request where id = $loan)`,
    ],
  },
  {
    guard: "action_link.guard_action_link",
    by: "link",
    statements: [
      `update action_link set used_at = now(), answer = 'CONFIRMED', expires_at = now() + interval '9 years'
       where centre_id = $centre`,
    ],
  },
  {
    guard: "network_membership.guard_membership",
    by: "admin",
    statements: [
      `update network_membership set stakeholder_type = 'A' where partner_id = $partner and network_id = $network`,
    ],
  },
  {
    // with open referrals that nobody has planned for
    guard: "network_membership.guard_leaving",
    by: "ous",
    statements: [
      `update network_membership set left_on = current_date, leaving_on = current_date, leave_reason = 'r'
       where partner_id = $partner and role = 'MEMBER'`,
    ],
  },
  {
    guard: "network.guard_network_step",
    by: "ous",
    statements: [
      `update network set step = 'FORMALISATION', version = version + 1 where id = $network`,
    ],
  },
  {
    // who reports keeps no register
    guard: "need.guard_need",
    by: "sender",
    statements: [`update need set status = 'VERIFIED'`],
  },
  {
    // what was suggested is not rewritten by who decides
    guard: "service_suggestion.guard_service_suggestion",
    by: "sender",
    statements: [`update service_suggestion set reason = 'inaczej'`],
  },
  {
    guard: "need_report.guard_need_report",
    by: "sender",
    statements: [`update need_report set at = at - interval '1 year'`],
  },
  {
    // not even by who wrote them
    guard: "meeting.guard_minutes",
    by: "ous",
    statements: [
      `update meeting set status = 'HELD', minutes = 'Tak było.', minutes_approved_at = now() where id = $meeting`,
      `update meeting set minutes = 'Było inaczej.' where id = $meeting`,
    ],
  },
  {
    guard: "network.hold_hub",
    by: "ous",
    statements: [
      `update network set hub_partner_id = $partner where id = $network`,
    ],
  },
  {
    guard: "network_membership.hold_hub",
    by: "ous",
    statements: [
      `update network_membership set role = 'MEMBER', stakeholder_type = 'A' where network_id = $network and role = 'HUB'`,
    ],
  },
  {
    // whoever closed it
    guard: "network.guard_closed_network",
    by: "ous",
    statements: [
      `update network set status = 'CLOSED', state_since = current_date, state_reason = 'Koniec zadania' where id = $network`,
      `update network set status = 'ACTIVE', state_since = null, state_reason = null where id = $network`,
    ],
  },
  {
    guard: "network.hold_closed_network",
    by: "ous",
    statements: [
      `update network set status = 'CLOSED', state_since = current_date, state_reason = 'Koniec zadania' where id = $network`,
    ],
  },
  {
    guard: "network_membership.hold_closed_network",
    by: "ous",
    statements: [
      `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, state_since, state_reason, created_at)
       select centre_id, $invitation, 'RSR', 'Dawna', step, hub_partner_id, 'CLOSED', current_date, 'Koniec zadania', now()
       from network where id = $network`,
      `set constraints all immediate`,
      `insert into network_membership (centre_id, id, network_id, partner_id, role, joined_on)
       select centre_id, $invitation, $invitation, hub_partner_id, 'HUB', current_date from network where id = $network`,
    ],
  },
  {
    guard: "partner.guard_centres_own",
    by: "ous",
    keepsBooks: false,
    statements: [
      `update partner set status = 'FORMER' where id = (select hub_partner_id from centre where id = $centre)`,
    ],
  },
  {
    guard: "network_membership.guard_centres_own",
    by: "ous",
    keepsBooks: false,
    statements: [
      `update network_membership set role = 'MEMBER', stakeholder_type = 'A', leaving_on = current_date, leave_reason = 'r'
       where network_id = $network and role = 'HUB'`,
    ],
  },
  {
    guard: "partner.hold_former",
    by: "ous",
    statements: [`update partner set status = 'FORMER' where id = $partner`],
  },
  {
    guard: "network_membership.hold_former",
    by: "ous",
    statements: [
      `insert into partner (centre_id, id, name, short_name, kind, sector, data_role, status, created_at, updated_at)
       values ($centre, $invitation, 'Dawna', 'Dawna', 'NGO', 'NGO', 'NO_PERSONAL_DATA', 'INVITED', now(), now())`,
      `update partner set status = 'FORMER' where id = $invitation`,
      `set constraints all immediate`,
      `insert into network_membership (centre_id, id, network_id, partner_id, role, stakeholder_type, joined_on)
       values ($centre, $invitation, $network, $invitation, 'MEMBER', 'B', current_date)`,
    ],
  },
  {
    guard: "network_membership.guard_resting_network",
    by: "ous",
    statements: [
      `update network set status = 'DORMANT', resumes_as = status, state_since = current_date, state_reason = 'Przerwa' where id = $network`,
      `update network_membership set role_description = 'Dyżury' where network_id = $network`,
    ],
  },
];

/** Triggers that do work and hold nobody back. */
export const workers: readonly string[] = [
  "agreement_party.keep_agreement_parties",
  "capacity.offer_freed_place",
  "case_key.forget_words",
  "letter.end_post",
  "letter.post_letter",
  "password_reset.answer_password_reset",
  "partner.index_partner_words",
  "referral.end_timers",
  "referral.forget_messages",
  "service.index_service_words",
];

export interface OwnersFunction {
  name: string;
  /** Answers rows where somebody is told something; `null`: only triggers call it. */
  call: string | null;
  /** Of the columns of the table of rights, and of who came by a link, those that it answers; the others get nothing or a refusal. */
  answers: readonly (ActorName | "link")[];
}

/** Functions that run with the owner's rights: what they see beyond the actor's own rows is said here. */
export const ownersFunctions: readonly OwnersFunction[] = [
  {
    // the band is everybody's, what is behind it is not
    name: "capacity_bands",
    call: `select from capacity_bands(now()) where confirmed_at is not null or offerable is not null`,
    answers: [
      "elsewhere",
      "viewer",
      "editor",
      "team",
      "admin",
      "foreign",
      "sender",
      "kipus",
      "ous",
      "osl",
      "director",
      "rep",
      "authority",
      "link",
    ],
  },
  {
    // ids of the centre of who asks; what they are is told by their own wall
    name: "services_holding",
    call: `select from services_holding(array['usluga']) where service_id = $service`,
    answers: [...actorNames.filter((name) => name !== "elsewhere"), "link"],
  },
  {
    // when somebody declined for want of a place, and nothing of whom
    name: "said_full",
    call: `select from said_full(array[$full])`,
    answers: ["sender", "kipus", "ous"],
  },
  {
    // which, and nothing of the meeting
    name: "undecided_places",
    call: `select from undecided_places('2100-01-01')`,
    answers: ["ous"],
  },
  {
    name: "queue_positions",
    call: `select from queue_positions(array[$waiting])`,
    answers: ["team", "admin", "sender", "ous"],
  },
  {
    name: "referral_flow",
    call: `select from referral_flow('2020-01-01')`,
    answers: ["elsewhere", "ous", "director", "authority"],
  },
  {
    name: "referral_counts",
    call: `select from referral_counts(now()) where open > 0`,
    answers: ["elsewhere", "ous", "director", "authority"],
  },
  {
    // counts of what each may read
    name: "need_counts",
    call: `select from need_counts((select array_agg(id) from need))`,
    answers: [
      "elsewhere",
      "viewer",
      "editor",
      "team",
      "admin",
      "foreign",
      "sender",
      "kipus",
      "ous",
      "osl",
      "director",
      "rep",
      "authority",
    ],
  },
  {
    // nobody of the cast reported a referral: needs/register plays to whom it tells what
    name: "need_services",
    call: `select from need_services((select array_agg(id) from need))`,
    answers: [],
  },
  {
    name: "partner_contribution",
    call: `select from partner_contribution($partner, '2020-01-01', '2030-01-01', now())`,
    answers: ["team", "admin", "ous", "director"],
  },
  {
    name: "delivery_under",
    call: `select from delivery_under((select agreement_id from agreement_party where partner_id = $partner limit 1),
      $partner, '2020-01-01', '2030-01-01')`,
    answers: ["admin", "ous", "director", "authority"],
  },
  {
    name: "attended_under",
    call: `select from attended_under((select agreement_id from agreement_party where partner_id = $partner limit 1),
      $partner, '2020-01-01', '2030-01-01')`,
    answers: ["admin", "ous", "director", "authority"],
  },
  {
    name: "enqueue_job",
    call: `select enqueue_job('expire-referral', $referral, now() + interval '1 day')`,
    // who answers by a link stops the clock of what she answers
    answers: ["team", "sender", "link"],
  },
  {
    // the clock's alone
    name: "due_timers",
    call: `select from due_timers('end-sight', now(), 1)`,
    answers: [],
  },
  {
    // the clock's alone
    name: "due_letters",
    call: `select from due_letters(now(), 1)`,
    answers: [],
  },
  {
    name: "forget_timers",
    call: `select count(*) from forget_timers('[]')`,
    answers: [],
  },
  {
    name: "access_by_month",
    call: `select from access_by_month('2020-01-01')`,
    answers: ["elsewhere", "ous", "director", "iod"],
  },
  {
    name: "cases_on_record",
    call: `select from cases_on_record(null, null)`,
    answers: ["elsewhere", "sender", "iod"],
  },
  {
    // nothing is due here; whom it answers where something is, plays protection/keeping
    name: "cases_to_erase",
    call: `select from cases_to_erase(now())`,
    answers: [],
  },
  {
    name: "erase_cases",
    call: `select count(*) from erase_cases('{}', now(), 'ERASE')`,
    answers: ["elsewhere", "iod"],
  },
  {
    name: "kept_on_request",
    call: `select kept_on_request('nobody')`,
    answers: ["elsewhere", "iod"],
  },
  {
    // of coordinators who have left, and nobody of the cast has: referrals/suggestions/suggestions.test.ts
    name: "suggestions_left_behind",
    call: `select from suggestions_left_behind(array(select id from referral))`,
    answers: [],
  },
  {
    name: "close_left_suggestion",
    call: `select from close_left_suggestion(gen_random_uuid(), now())`,
    answers: [],
  },
  {
    // the clock's alone
    name: "mask_referrals",
    call: `select count(*) from mask_referrals(now(), 1)`,
    answers: [],
  },
  {
    name: "keep_now",
    call: `select from keep_now(now() + interval '1 day')`,
    answers: ["elsewhere", "iod"],
  },
  {
    name: "keeping_waits",
    call: `select from keeping_waits() as waits where waits is not null`,
    answers: ["elsewhere", "director", "iod"],
  },
  {
    name: "note_run",
    call: `select note_run('MASK', now(), 0)`,
    answers: [],
  },
  {
    // what was sent with a name is looked at by the people of its partner, and by no link
    name: "sights",
    call: `select from sights(array(select id from referral), now())`,
    answers: ["team"],
  },
  {
    name: "sight_of",
    call: `select from referral r, lateral sight_of(r.id, now()) where r.disclosure_level = 'L2_IDENTITY'`,
    answers: ["team"],
  },
  {
    // who answers for the data, and how the officer is reached: a coordinator's sheet says it
    name: "told_of_protection",
    call: `select from told_of_protection()`,
    answers: ["elsewhere", "sender", "kipus"],
  },
  {
    // what she alone was shown, in her own centre; nobody of the cast was: referrals/questions
    name: "shown_to_actor",
    call: `select 1 where shown_to_actor((select id from referral limit 1)) <> '{}'`,
    answers: [],
  },
  {
    // whoever has no token asks for nothing; of other coordinators: cases/identity.test.ts
    name: "coordinators_of_person",
    call: `select from coordinators_of_person((select jsonb_agg(json_build_object('by_year', encode(by_year, 'hex')))
      from case_person), null)`,
    answers: ["elsewhere", "sender"],
  },
  {
    // asked before anybody acts
    name: "master_keys_in_use",
    call: `select from master_keys_in_use()`,
    answers: [],
  },
  {
    // a line in her own name, in her own centre, is everybody's who is signed in
    name: "write_access",
    call: `select write_access($centre, now(), null, 'HTTP', '[{"action":"VIEW","noun":"Referral","fields":[]}]')`,
    answers: [
      "oneTime",
      "viewer",
      "editor",
      "team",
      "admin",
      "foreign",
      "sender",
      "kipus",
      "ous",
      "osl",
      "director",
      "rep",
      "authority",
      "iod",
      "sysadmin",
      "link",
    ],
  },
  {
    // of herself, and of whom she reads
    name: "assignments_used",
    call: `select from assignments_used(array[$user])`,
    answers: ["team", "admin", "ous", "director", "iod", "sysadmin"],
  },
  {
    name: "referrals_open_to",
    call: `select where referrals_open_to($service) > 0`,
    answers: ["editor", "admin"],
  },
  { name: "answer_password_reset", call: null, answers: [] },
  { name: "guard_service_withdrawal", call: null, answers: [] },
  { name: "end_timers", call: null, answers: [] },
  { name: "forget_messages", call: null, answers: [] },
  { name: "hold_against_log", call: null, answers: [] },
  { name: "index_partner_words", call: null, answers: [] },
  { name: "index_service_words", call: null, answers: [] },
  { name: "forget_words", call: null, answers: [] },
  { name: "offer_freed_place", call: null, answers: [] },
  { name: "end_post", call: null, answers: [] },
  { name: "post_letter", call: null, answers: [] },
];

/** Tables without row-level security, and why. */
export const openTables: Readonly<Record<string, string>> = {
  migration: "what was applied, no data of anybody",
  sign_in_attempt: "keys of the throttle, written before anybody is known",
  referral_transition: "the rules of the product, the same for all",
  offer_text:
    "words of the offer for the index: granted to nobody, read by services_holding alone",
};
