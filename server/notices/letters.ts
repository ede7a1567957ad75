// The kinds of letters about referrals, places and agreements, and who words each.
import { composes } from "../letters/index.js";
import { composeConfirmation, CONFIRM_PLACES } from "./ask-to-confirm.js";
import {
  APPOINTMENT_NEAR,
  composeNear,
} from "./clocks/remind-of-appointments.js";
import {
  composeMovedOn,
  REFERRAL_MOVED_ON,
} from "./clocks/tell-of-fallbacks.js";
import {
  composeGivenAnswer,
  QUESTION_ANSWERED,
} from "./clocks/tell-of-given-answer.js";
import {
  composeUnanswered,
  NO_SHOW_UNANSWERED,
} from "./clocks/tell-of-no-shows.js";
import { ANSWER_OVERDUE, composeOverdue } from "./clocks/tell-organisers.js";
import { composeStaleOffer, STALE_OFFER } from "./remind-stale-offers.js";
import {
  AGREEMENT_ANSWERS,
  composeAgreementAnswers,
} from "./tell-of-agreement-answers.js";
import {
  AGREEMENT_NEWS,
  composeAgreementNews,
} from "./tell-of-agreement-news.js";
import {
  AGREEMENT_AWAITS,
  composeAwaiting,
} from "./tell-of-awaiting-agreements.js";
import { composeLeaving, PARTNER_LEAVES } from "./tell-of-leaving.js";
import {
  composeMissingContacts,
  CONTACT_MISSING,
} from "./tell-of-missing-contacts.js";
import { ANSWER_REFERRAL, composeReferrals } from "./tell-of-referral.js";
import {
  ANSWERS_DIGEST,
  composeDigest,
  composeRefused,
  REFERRAL_REFUSED,
} from "./tell-sender.js";
import {
  composeReminder,
  composeWaiting,
  REFERRAL_REMINDER,
  REFERRAL_WAITING,
} from "./tell-team.js";
import { AGREEMENT_ENDS, composeEnding } from "./warn-of-endings.js";

composes(AGREEMENT_ANSWERS, composeAgreementAnswers);
composes(AGREEMENT_AWAITS, composeAwaiting);
composes(AGREEMENT_NEWS, composeAgreementNews);
composes(ANSWER_OVERDUE, composeOverdue);
composes(APPOINTMENT_NEAR, composeNear);
composes(ANSWER_REFERRAL, composeReferrals);
composes(CONFIRM_PLACES, composeConfirmation);
composes(CONTACT_MISSING, composeMissingContacts);
composes(NO_SHOW_UNANSWERED, composeUnanswered);
composes(PARTNER_LEAVES, composeLeaving);
composes(STALE_OFFER, composeStaleOffer);
composes(QUESTION_ANSWERED, composeGivenAnswer);
composes(REFERRAL_WAITING, composeWaiting);
composes(REFERRAL_REMINDER, composeReminder);
composes(REFERRAL_MOVED_ON, composeMovedOn);
composes(REFERRAL_REFUSED, composeRefused);
composes(ANSWERS_DIGEST, composeDigest);
for (const kind of Object.values(AGREEMENT_ENDS)) composes(kind, composeEnding);
