// The table of rights (domain 1.14): who gets what from every operation and group of fields of the graph.
import type { ActorName } from "./cast.js";
import { actorNames } from "./cast.js";

/**
 * y: it is done, or it comes.
 * -: as if it were not there (a null, an empty list, "there is no such …").
 * F: FORBIDDEN, seen but not hers to do. U: UNAUTHENTICATED.
 * o: as -, but where the application forgot to ask, the database would let through what the actor reads elsewhere.
 */
export type Mark = "y" | "-" | "F" | "U" | "o";

/** A row of the own organisation is meant, and of the own centre, unless the line says otherwise. */
const MUTATIONS = `
                           anon once else view edit team admn frgn send kpus ous  osl  dir  rep  auth iod  sysa
  publishService            U    F    y    F    y    F    y    y    F    F    F    F    F    F    F    F    F
  changeService             U    F    -    F    y    F    y    F    F    F    F    F    F    F    F    F    F
  pauseService              U    F    -    F    y    F    y    F    F    F    F    F    F    F    F    F    F
  resumeService             U    F    -    F    y    F    y    F    F    F    F    F    F    F    F    F    F
  restoreService            U    -    -    F    y    F    y    F    F    F    F    F    F    F    -    -    -
  withdrawService           U    F    -    F    y    F    y    F    F    F    F    F    F    F    F    F    F
  setCapacity               U    F    -    F    y    y    y    F    F    F    y    F    F    F    F    F    F
  setCapacity HUB_ONLY      U    -    -    F    y    y    y    -    F    F    y    F    F    -    -    -    -
  confirmCapacity           U    F    -    F    y    y    y    F    F    F    F    F    F    F    F    F    F
  confirmServices           U    F    -    F    y    y    y    F    F    F    F    F    F    F    F    F    F
  recordWalkIn              U    F    -    F    y    y    y    F    F    F    F    F    F    F    F    F    F
  publishService SUPPORTING U    F    y    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  changeService SUPPORTING  U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  pauseService SUPPORTING   U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  resumeService SUPPORTING  U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  withdrawService SUPPORTING U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  restoreService SUPPORTING U    -    -    F    F    F    F    F    F    F    F    y    F    F    -    -    -
  setCapacity SUPPORTING    U    F    -    F    F    F    F    F    F    F    y    y    F    F    F    F    F
  confirmCapacity SUPPORTING U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  confirmServices SUPPORTING U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  recordWalkIn SUPPORTING   U    F    -    F    F    F    F    F    F    F    F    y    F    F    F    F    F
  askToConfirm              U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  sendReferral              U    F    -    F    F    F    F    F    y    y    F    F    F    F    F    F    F
  openCase                  U    F    y    F    F    F    F    F    y    y    F    F    F    F    F    F    F
  openCasesFromList         U    F    y    F    F    F    F    F    y    y    F    F    F    F    F    F    F
  closeCase                 U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  reopenCase                U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  showIdentity              U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  correctIdentity           U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  eraseIdentity             U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  printCase                 U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  exportCase                U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  recordBasis               U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  withdrawBasis             U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  noteBasis                 U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  previewReferral           U    F    -    F    F    F    F    F    y    -    F    F    F    F    F    F    F
  showPerson                U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  showNames                 U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  confirmKeeping            U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  openReferral              U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  acceptReferral            U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  declineReferral           U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  waitlistReferral          U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  offerPlace                U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  startReferral             U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  completeReferral          U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  discontinueReferral       U    -    -    -    -    y    F    -    y    -    F    -    -    -    -    -    -
  confirmPlace              U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  askAboutReferral          U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  answerQuestion            U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  suspendReferral           U    -    -    -    -    y    F    -    y    -    F    -    -    -    -    -    -
  resumeReferral            U    -    -    -    -    y    F    -    y    -    F    -    -    -    -    -    -
  planContinuation          U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  planFallbacks             U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  sendFallbackNow           U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  suggestService            U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  takeOverSuggestion        U    -    -    -    -    F    -    -    y    -    -    -    -    -    -    -    -
  declineSuggestion         U    -    -    -    -    F    -    -    y    -    -    -    -    -    -    -    -
  withdrawReferral          U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  arrangeAppointment        U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  noteAppearance            U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  undoAppearance            U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  recordAttendance          U    -    -    -    -    y    F    -    F    -    F    -    -    -    -    -    -
  checkToken                U    F    -    F    F    y    F    -    F    F    F    F    F    F    F    F    F
  redeemToken               U    F    -    F    F    y    F    -    F    F    F    F    F    F    F    F    F
  askForAnotherDate         U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  answerNoShow              U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  printSlip                 U    -    -    -    -    F    F    -    y    -    F    -    -    -    -    -    -
  exportAccessLog           U    F    y    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  setProtectionRules        U    F    y    F    F    F    F    F    F    F    F    F    y    F    F    y    F
  keepToRulesNow            U    F    y    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  confirmErasures           U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  fileResidentRequest       U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  extendResidentRequest     U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  answerResidentRequest     U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  liftRestriction           U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  withdrawConsents          U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  recordBreach              U    F    y    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  noteBreachStep            U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  decideBreach              U    F    -    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  exportProofs              U    F    y    F    F    F    F    F    F    F    F    F    F    F    F    y    F
  registerPartner           U    F    y    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  formNetwork               U    F    y    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  changeNetwork             U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  setNetworkState           U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  changeHub                 U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  inviteToNetwork           U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  acceptMembership          U    -    -    -    -    -    y    -    -    -    y    -    -    -    -    -    -
  declineMembership         U    -    -    -    -    -    y    -    -    -    y    -    -    -    -    -    -
  changeMembership          U    -    -    -    -    -    F    -    -    -    y    -    -    -    -    -    -
  announceLeaving           U    -    -    -    -    -    y    -    -    -    y    -    -    -    -    -    -
  takeBackLeaving           U    -    -    -    -    -    y    -    -    -    y    -    -    -    -    -    -
  completeLeaving           U    -    -    -    -    -    y    -    -    -    y    -    -    -    -    -    -
  writeProcedure            U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  noteObstacle              U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  changeObstacle            U    -    -    F    F    F    F    -    -    -    y    -    -    -    -    -    -
  planJointAction           U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  changeJointAction         U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  endJointAction            U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  changePartner             U    F    -    F    F    F    y    F    F    F    y    F    F    F    F    F    F
  changePartner NAME        U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  correctDataRole           U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  suspendPartner            U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  resumePartner             U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  addContactPerson          U    F    -    F    F    F    y    F    F    F    y    F    F    F    F    F    F
  changeContactPerson       U    -    -    F    F    F    y    F    F    F    y    F    F    F    -    F    -
  makePrimaryContact        U    -    -    F    F    F    y    F    F    F    y    F    F    F    -    F    -
  removeContactPerson       U    -    -    F    F    F    y    F    F    F    y    F    F    F    -    F    -
  setContactAbsence         U    -    -    F    F    F    y    F    F    F    y    F    F    F    -    F    -
  confirmContactWilling     U    -    -    F    F    F    F    F    F    F    y    F    F    F    -    F    -
  completeStep              U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  reopenStep                U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  writeAnalysis             U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  recordNeed                U    F    y    F    F    F    F    F    F    F    y    y    F    F    F    F    F
  reportNeed                U    F    y    F    F    F    F    F    y    y    F    y    F    F    F    F    F
  reportNeed REFERRAL       U    -    -    -    -    y    F    -    y    -    F    -    -    -    -    -    -
  takeBackNeedReport        U    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  answerNeed                U    -    -    F    F    F    F    F    F    F    y    y    F    F    F    -    -
  namePlace                 U    F    y    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  commentNeed               U    -    -    F    y    y    y    y    F    F    F    F    F    y    F    -    -
  planMeeting               U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  holdMeeting               U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  writeMinutes              U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  approveMinutes            U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  cancelMeeting             U    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  placeOrder                U    -    -    F    F    F    F    F    F    F    y    F    F    F    F    F    -
  reportDelivery            U    -    -    -    -    -    y    -    -    -    F    -    F    -    F    -    -
  draftSettlement           U    -    -    -    -    -    F    -    -    -    y    -    F    -    F    -    -
  confirmSettlement         U    -    -    -    -    -    y    -    -    -    y    -    F    -    F    -    -
  objectToSettlement        U    -    -    -    -    -    y    -    -    -    y    -    F    -    F    -    -
  raiseShortfall            U    -    -    -    -    -    F    -    -    -    y    -    F    -    F    -    -
  answerShortfall           U    -    -    -    -    -    y    -    -    -    F    -    F    -    F    -    -
  closeShortfall            U    -    -    -    -    -    F    -    -    -    y    -    F    -    F    -    -
  reopenShortfall           U    -    -    -    -    -    F    -    -    -    y    -    F    -    F    -    -
  addResource               U    F    -    F    y    F    y    F    F    F    y    F    F    F    F    F    F
  changeResource            U    -    -    F    y    F    y    F    F    F    y    F    F    F    -    -    -
  setResourceState          U    -    -    F    y    F    y    F    F    F    y    F    F    F    -    -    -
  askForLoan                U    -    -    F    y    F    y    y    F    F    y    F    F    F    -    -    -
  answerLoan                U    -    -    F    y    F    y    -    -    -    y    -    -    -    -    -    -
  takeBackLoan              U    -    -    F    y    F    y    -    -    -    y    -    -    -    -    -    -
  recordSignedAgreement     U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  draftProgramme            U    F    y    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  changeProgramme           U    -    -    -    -    -    -    -    F    F    y    F    F    F    F    F    -
  adoptProgramme            U    -    -    -    -    -    -    -    F    F    y    F    F    F    F    F    -
  reportProgramme           U    -    -    -    -    -    -    -    F    F    y    F    F    F    F    F    -
  linkPartnership           U    -    -    -    -    -    -    -    F    F    y    F    F    F    F    F    -
  setServiceProgramme       U    F    -    F    y    F    y    F    F    F    y    F    F    F    F    F    F
  draftAgreement            U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  changeAgreement           U    -    -    -    -    -    -    -    F    F    y    F    F    -    -    F    -
  proposeAgreement          U    -    -    -    -    -    -    -    F    F    y    F    F    -    -    F    -
  discardAgreement          U    -    -    -    -    -    -    -    F    F    y    F    F    -    -    F    -
  suspendAgreement          U    -    -    F    F    F    F    F    F    F    y    F    F    F    F    F    -
  resumeAgreement           U    -    -    F    F    F    F    F    F    F    y    F    F    F    F    F    -
  terminateAgreement        U    -    -    F    F    F    F    F    F    F    y    F    F    F    F    F    -
  amendAgreement            U    -    -    F    F    F    F    F    F    F    y    F    F    F    F    F    -
  agreeToAgreement          U    -    -    F    F    F    y    -    F    F    y    F    F    -    -    F    -
  signAgreement             U    -    -    F    F    F    y    -    F    F    y    F    F    -    -    F    -
  withdrawFromAgreement     U    -    -    F    F    F    y    F    F    F    y    F    F    F    F    F    -
  rejectAgreement           U    -    -    F    F    F    y    -    F    F    y    F    y    -    -    F    -
  removeAgreementDocument   U    -    -    F    F    F    y    -    F    F    y    F    F    -    -    F    -
  remarkOnAgreement         U    -    -    F    F    F    y    -    F    F    y    F    y    -    -    F    -
  rejectAmendment           U    -    -    F    F    F    y    F    F    F    y    F    y    F    F    F    -
  planService               U    -    -    F    F    F    F    -    F    F    y    F    F    F    F    F    -
  changePlanRow      U    -    -    F    F    F    F    -    F    F    y    F    F    F    F    F    -
  draftStandard             U    F    y    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  changeStandard            U    -    -    -    -    -    -    -    -    -    y    -    F    -    -    -    -
  consultStandard           U    -    -    -    -    -    -    -    -    -    y    -    F    -    -    -    -
  commentStandard           U    -    -    F    y    y    y    y    F    F    F    F    F    y    F    -    -
  approveStandard           U    -    -    F    F    F    F    F    F    F    F    F    y    F    F    -    -
  retireStandard            U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  setServiceStandard        U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  checkService              U    F    -    F    F    F    F    F    F    F    y    F    F    F    F    F    F
  finishCorrectiveAction    U    -    -    F    F    F    F    -    F    F    y    F    F    -    -    -    -
  answerCorrectiveAction    U    -    -    F    y    F    y    -    F    F    F    F    F    -    -    -    -
  reopenCorrectiveAction    U    -    -    F    F    F    F    -    F    F    y    F    F    -    -    -    -
  invitePerson              U    F    -    F    F    F    y    F    F    F    y    F    F    F    F    F    y
  sendInvitationAgain       U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
  withdrawInvitation        U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
  changeDuties              U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
  endDuties                 U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
  lockAssignee                  U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
  unlockAssignee                U    -    -    -    -    -    y    -    -    -    y    -    F    -    -    F    y
`;

/** The own account and the link of a mail need no role; what is somebody else's is not there. */
const IDENTITY = `
                           anon once else view edit team admn frgn send kpus ous  osl  dir  rep  auth iod  sysa
  signIn                    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  completeSignIn            y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  beginSecondFactor         U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  confirmSecondFactor       U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  renewRecoveryCodes        U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  removeSecondFactor        U    -    -    y    y    -    -    -    -    -    -    y    -    y    y    -    -
  confirmByLink             y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  confirmByLink forged      -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  answerByLink              y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  answerByLink forged       -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  renewLink                 y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  renewLink forged          -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  linkIdentity              U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  unlinkIdentity            U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  signOut                   U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  changePassword            U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  chooseLanguage            U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  endSession                U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  endSession foreign        U    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  switchMembership          U    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  switchMembership foreign  U    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  setQuota                  U    F    y    F    y    y    y    y    F    F    F    F    F    F    F    F    F
  setQuota foreign          U    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  acceptInvitation          y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  requestPasswordReset      y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  resetPassword             y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
`;

const READS = `
                           anon once else view edit team admn frgn send kpus ous  osl  dir  rep  auth iod  sysa
  Query.viewer              -    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.otherProvider       y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.centre              y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.node                y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.accountLink         y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.actionLink          y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Query.mailbox             -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  Centre catalogue          y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Centre networks           -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Centre programmes         -    -    -    y    y    y    y    -    y    y    y    y    y    y    y    y    -
  Centre agreements         -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    -
  Centre standards          y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Centre openActions        -    -    -    y    y    y    y    -    y    y    y    y    y    -    -    -    -
  Centre openShortfalls     -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Centre resources          -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Centre needs              -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Centre loanRequests       -    -    -    y    y    y    y    -    -    -    y    -    -    -    -    -    -
  Centre referrals          -    -    -    -    -    y    y    -    y    -    y    -    -    -    -    -    -
  Centre cases              -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Centre activity           -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Centre accessLog          -    -    -    -    -    -    y    -    y    -    -    -    y    -    -    y    y
  Centre accessLogChain     -    -    -    -    -    -    -    -    -    -    -    -    y    -    -    y    -
  Centre protection         -    -    -    -    -    -    -    -    -    -    -    -    y    -    -    y    -
  Centre accessCounts       -    -    -    -    -    -    -    -    -    -    y    -    y    -    -    y    -
  Centre overview           -    -    -    o    o    o    o    o    o    o    y    o    y    o    o    -    -
  Network                   -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Network graph             -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Network openReferrals     -    -    -    -    -    o    o    -    o    -    y    -    -    -    -    -    -
  Membership handOver       -    -    -    o    o    o    y    o    o    o    y    o    o    o    o    o    o
  Network flow              -    -    -    -    -    -    -    -    -    -    y    -    y    -    y    -    -
  Network formation         -    -    -    y    y    y    y    y    y    y    y    y    y    y    o    o    o
  Network needs             -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Network meetings          -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    y    -
  Need                      -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Need comments             -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Meeting                   -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    y    -
  JointAction               -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Resource                  -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Partner resources         -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  LoanRequest               -    -    -    y    y    y    y    -    -    -    y    -    -    -    -    -    -
  Partner networks          o    o    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Partner obstacles         -    -    -    y    y    y    y    -    -    -    y    -    -    -    -    -    -
  Partner withdrawn         -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Partner catalogue         y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Partner contactPersons    -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    y    -
  Partner register          o    o    -    y    y    y    y    y    y    y    y    y    y    y    o    y    o
  Partner statusReason      o    o    -    y    y    y    y    o    o    o    y    o    y    o    o    o    o
  Partner agreements        -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    -
  Partner assignees             -    o    -    o    o    o    y    -    -    -    y    -    y    -    -    y    y
  Partner invitations       -    -    -    -    -    -    y    -    -    -    y    -    y    -    -    y    y
  Partner rolesToGive       -    o    -    o    o    o    y    o    o    o    y    o    o    o    o    o    y
  Hub assignees                 -    -    -    -    -    -    -    -    o    o    y    o    y    o    o    y    y
  Partner contribution      -    -    -    -    -    y    y    -    -    -    y    -    y    -    -    -    -
  ContactPerson             -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    y    -
  ContactPerson address     -    -    -    y    y    y    y    y    y    y    y    y    y    o    -    y    -
  Agreement                 -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    y    -
  Agreement openReferrals   -    -    -    o    o    o    o    o    o    o    y    o    o    o    o    o    -
  Programme                 -    -    -    y    y    y    y    -    y    y    y    y    y    y    y    y    -
  Service programme         -    -    -    y    y    y    y    -    y    y    y    y    y    y    y    y    -
  Agreement terms           -    -    -    y    y    y    y    o    y    y    y    y    y    o    y    y    -
  Agreement versions        -    -    -    y    y    y    y    -    y    y    y    y    y    -    y    y    -
  Agreement finance         -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Agreement papers          -    -    -    -    -    -    y    -    -    -    y    -    y    -    -    -    -
  Agreement orders          -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  AgreementOrder            -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Order fulfilment          -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  SettlementSheet           -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Shortfall                 -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Programme sum             -    -    -    -    -    -    o    -    -    -    y    -    y    -    y    -    -
  Plan money                -    -    -    -    -    -    y    -    -    -    y    -    y    -    y    -    -
  Standard                  y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Standard CONSULTED        -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Standard DRAFT            -    -    -    -    -    -    -    -    -    -    y    -    y    -    -    -    -
  Standard comments         -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Standard checks           -    -    -    y    y    y    y    -    y    y    y    y    y    -    -    -    -
  Service standard          y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Service lastCheck         -    -    -    y    y    y    y    -    y    y    y    y    y    -    -    -    -
  Case                      -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Basis                     -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Service PUBLIC            y    y    -    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  Service NETWORK           -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Service HUB_ONLY          -    -    -    y    y    y    y    -    y    y    y    y    y    -    -    -    -
  Service WITHDRAWN         -    -    -    y    y    y    y    y    y    y    y    y    y    y    -    -    -
  Service ending            -    -    -    -    -    y    o    -    o    -    o    -    -    -    -    -    -
  Service keeping           -    -    -    -    y    -    y    -    -    -    -    -    -    -    -    -    -
  Service DRAFT             -    -    -    y    y    y    y    -    -    -    y    -    -    -    -    -    -
  Service numbers           -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Service saidFull          -    -    -    -    -    -    -    -    y    y    y    -    -    -    -    -    -
  Service matchReasons      -    -    -    y    y    y    y    y    y    y    y    y    y    y    y    -    -
  Service obstacle          o    o    -    y    y    y    y    y    y    y    y    y    y    y    y    y    o
  Service queue             -    -    -    -    -    y    o    -    o    -    o    -    -    -    -    -    -
  Referral                  -    -    -    -    -    y    y    -    y    -    y    -    -    -    -    -    -
  Service attendance        -    -    -    -    -    y    o    -    o    -    o    -    -    -    -    -    -
  Referral appointment      -    -    -    -    -    y    -    -    y    -    -    -    -    -    -    -    -
  Referral code             -    -    -    -    -    y    o    -    y    -    o    -    -    -    -    -    -
  Referral messages         -    -    -    -    -    y    -    -    y    -    -    -    -    -    -    -    -
  Referral subject          -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Referral alternatives     -    -    -    -    -    o    o    -    y    -    o    -    -    -    -    -    -
  Referral person           -    -    -    -    -    y    -    -    y    -    -    -    -    -    -    -    -
  Referral keeping          -    -    -    -    -    y    y    -    y    -    -    -    -    -    -    -    -
  ServiceSuggestion         -    -    -    -    -    y    -    -    y    -    -    -    -    -    -    -    -
  Suggestion decision       -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Referral suggestions      -    -    -    -    -    y    -    -    y    -    -    -    -    -    -    -    -
  Referral of colleague     -    -    -    -    -    -    -    -    -    -    y    -    -    -    -    -    -
  Case of colleague         -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  Log of colleague          -    -    -    -    -    -    -    -    -    -    -    -    y    -    -    y    -
  Log of colleague's case   -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    y    -
  Session of sender         -    -    -    -    -    -    -    -    y    -    -    -    -    -    -    -    -
  Elsewhere catalogue       y    -    y    -    -    -    -    -    -    -    -    -    -    -    -    -    -
  Elsewhere inside          -    -    y    -    -    -    -    -    -    -    -    -    -    -    -    -    -
`;

/** Who may follow, and to whom a change is delivered. */
const SUBSCRIPTIONS = `
                           anon once else view edit team admn frgn send kpus ous  osl  dir  rep  auth iod  sysa
  capacityChanged           U    F    F    y    y    y    y    y    y    y    y    y    y    y    y    F    F
  capacityChanged HUB_ONLY  U    F    F    y    y    y    y    -    y    y    y    y    y    -    -    F    F
  referralChanged           U    F    F    F    F    y    y    -    y    -    y    F    F    F    F    F    F
  needReported              U    F    F    F    F    F    F    F    F    F    y    y    F    F    F    F    F
  centreChanged RESOURCE    U    F    F    y    y    y    y    y    y    y    y    y    y    y    y    y    y
  centreChanged AGREEMENT   U    F    F    -    -    -    -    -    y    y    y    y    y    -    -    y    -
  centreChanged ACCOUNTS    U    F    F    -    -    -    y    -    -    -    y    -    y    -    y    -    -
`;

export interface Row {
  operation: string;
  marks: Record<ActorName, Mark>;
}

function isMark(text: string | undefined): text is Mark {
  return ["y", "-", "F", "U", "o"].includes(text ?? "");
}

function rows(text: string): Row[] {
  const [, ...lines] = text.split("\n").filter((line) => line.trim());
  return lines.map((line) => {
    const words = line.trim().split(/\s+/);
    const marks = words.slice(-actorNames.length);
    const markOf = (place: number): Mark => {
      const mark = marks[place];
      if (isMark(mark)) return mark;
      throw new Error(`no mark of ${line}`);
    };
    return {
      operation: words.slice(0, -actorNames.length).join(" "),
      // the columns are those of the cast, in its order
      // oxlint-disable-next-line typescript/consistent-type-assertions
      marks: Object.fromEntries(
        actorNames.map((name, place) => [name, markOf(place)]),
      ) as Record<ActorName, Mark>,
    };
  });
}

export const mutations = rows(MUTATIONS);
export const identity = rows(IDENTITY);
export const reads = rows(READS);
export const subscriptions = rows(SUBSCRIPTIONS);
