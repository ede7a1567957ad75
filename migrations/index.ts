// All migrations in the order in which they run.
import { CreateFoundation20261121230000 } from "./20261121T2300-create-foundation.js";
import { CreateIdentity20261121230100 } from "./20261121T2301-create-identity.js";
import { CreateEventLog20261121230200 } from "./20261121T2302-create-event-log.js";
import { CreatePartners20261121230300 } from "./20261121T2303-create-partners.js";
import { CreateOffer20261121230400 } from "./20261121T2304-create-offer.js";
import { CreateAgreements20261121230500 } from "./20261121T2305-create-agreements.js";
import { CreateReferrals20261121230600 } from "./20261121T2306-create-referrals.js";
import { CreateJobs20261121230700 } from "./20261121T2307-create-jobs.js";
import { TightenWalls20261122003000 } from "./20261122T0030-tighten-walls.js";
import { TightenRights20261122003100 } from "./20261122T0031-tighten-rights.js";
import { LetOldRowsGo20261122004000 } from "./20261122T0040-let-old-rows-go.js";
import { SpeedLists20261122004500 } from "./20261122T0045-speed-lists.js";
import { WriteLetters20261122020000 } from "./20261122T0200-write-letters.js";
import { ActByLink20261122020500 } from "./20261122T0205-act-by-link.js";
import { ShowLetters20261122020600 } from "./20261122T0206-show-letters.js";
import { CreateAccessLog20261122021000 } from "./20261122T0210-create-access-log.js";
import { InvitePeople20261122022000 } from "./20261122T0220-invite-people.js";
import { AskSecondFactor20261122023000 } from "./20261122T0230-ask-second-factor.js";
import { EndOneTimePasswords20261122024000 } from "./20261122T0240-end-one-time-passwords.js";
import { LetBackupsRead20261122029000 } from "./20261122T0290-let-backups-read.js";
import { CloseEveryWall20261122030000 } from "./20261122T0300-close-every-wall.js";
import { KeepLessLocked20261122032000 } from "./20261122T0320-keep-less-locked.js";
import { TakeLetters20261122033000 } from "./20261122T0330-take-letters.js";
import { NameContacts20261130042000 } from "./20261130T0420-name-contacts.js";
import { NarrowRegisterEvents20261130042100 } from "./20261130T0421-narrow-register-events.js";
import { DescribePartners20261130042200 } from "./20261130T0422-describe-partners.js";
import { FormNetworks20261130043000 } from "./20261130T0430-form-networks.js";
import { WalkSixSteps20261130043100 } from "./20261130T0431-walk-six-steps.js";
import { CreateProgrammes20261130044000 } from "./20261130T0440-create-programmes.js";
import { PlanProgrammes20261130044100 } from "./20261130T0441-plan-programmes.js";
import { CreateStandards20261130044200 } from "./20261130T0442-create-standards.js";
import { LetAgreementsLive20261130045000 } from "./20261130T0450-let-agreements-live.js";
import { LetPartiesSpeak20261130045100 } from "./20261130T0451-let-parties-speak.js";
import { BindReferrals20261130050000 } from "./20261130T0500-bind-referrals.js";
import { PlanContinuations20261130050100 } from "./20261130T0501-plan-continuations.js";
import { KeepPlaces20261130050200 } from "./20261130T0502-keep-places.js";
import { CountContributions20261130051000 } from "./20261130T0510-count-contributions.js";
import { SettleAgreements20261130051200 } from "./20261130T0512-settle-agreements.js";
import { LetPapersLeave20261130051300 } from "./20261130T0513-let-papers-leave.js";
import { LimitOpenHolds20261130052000 } from "./20261130T0520-limit-open-holds.js";
import { TightenGuards20261130053000 } from "./20261130T0530-tighten-guards.js";
import { PlanForWhoLeft20261130053100 } from "./20261130T0531-plan-for-who-left.js";
import { ShareResources20261130055500 } from "./20261130T0555-share-resources.js";
import { TightenAccounts20261130056000 } from "./20261130T0560-tighten-accounts.js";
import { KeepWhatWasSigned20261130056100 } from "./20261130T0561-keep-what-was-signed.js";
import { LeaveNetworks20261130060000 } from "./20261130T0600-leave-networks.js";
import { RetakeSteps20261130060100 } from "./20261130T0601-retake-steps.js";
import { NoteObstacles20261130060200 } from "./20261130T0602-note-obstacles.js";
import { HearResidents20261130060300 } from "./20261130T0603-hear-residents.js";
import { KeepPlacesFromQueues20261130061000 } from "./20261130T0610-keep-places-from-queues.js";
import { LetStandardsWait20261130062000 } from "./20261130T0620-let-standards-wait.js";
import { NarrowAccountsEvents20261130062100 } from "./20261130T0621-narrow-accounts-events.js";
import { HoldDraftsAgainstBasis20261130062200 } from "./20261130T0622-hold-drafts-against-basis.js";
import { AttachDocuments20261130063000 } from "./20261130T0630-attach-documents.js";
import { LetTheHubNeedNone20261130064000 } from "./20261130T0640-let-the-hub-need-none.js";
import { PlaceAsSent20261130064100 } from "./20261130T0641-place-as-sent.js";
import { PlanToTheLastDay20261130064200 } from "./20261130T0642-plan-to-the-last-day.js";
import { HearWhoIsParty20261130064500 } from "./20261130T0645-hear-who-is-party.js";
import { NarrowAgreementEvents20261130064600 } from "./20261130T0646-narrow-agreement-events.js";
import { SettleTimeOnce20261130065000 } from "./20261130T0650-settle-time-once.js";
import { LendWhatIsThere20261130065100 } from "./20261130T0651-lend-what-is-there.js";
import { NarrowWhoLeft20261130065500 } from "./20261130T0655-narrow-who-left.js";
import { TellWhoeverHasARole20261130066000 } from "./20261130T0660-tell-whoever-has-a-role.js";
import { SpeakForOthers20261130066500 } from "./20261130T0665-speak-for-others.js";
import { AskBeforeJoining20261130070000 } from "./20261130T0700-ask-before-joining.js";
import { SendUntilLeaving20261130070100 } from "./20261130T0701-send-until-leaving.js";
import { RestNetworks20261130071000 } from "./20261130T0710-rest-networks.js";
import { HoldTheCentre20261130073000 } from "./20261130T0730-hold-the-centre.js";
import { JoinOrLeave20261130073100 } from "./20261130T0731-join-or-leave.js";
import { CorrectDataRoles20261130073200 } from "./20261130T0732-correct-data-roles.js";
import { KeepWhatAllSigned20261130074000 } from "./20261130T0740-keep-what-all-signed.js";
import { SignWhileHere20261130074100 } from "./20261130T0741-sign-while-here.js";
import { CountTheLastDay20261130074200 } from "./20261130T0742-count-the-last-day.js";
import { NameWhomToAsk20261130074300 } from "./20261130T0743-name-whom-to-ask.js";
import { HoldWordsAndUnits20261130074400 } from "./20261130T0744-hold-words-and-units.js";
import { AnswerCorrections20261130075000 } from "./20261130T0750-answer-corrections.js";
import { CallOffLoans20261130075100 } from "./20261130T0751-call-off-loans.js";
import { SettleWhatWasReported20261130075200 } from "./20261130T0752-settle-what-was-reported.js";
import { HoldTheDataClause20261130076000 } from "./20261130T0760-hold-the-data-clause.js";
import { MarkWhatTheCentreNoted20261130076100 } from "./20261130T0761-mark-what-the-centre-noted.js";
import { RememberWhoTookPart20261130076500 } from "./20261130T0765-remember-who-took-part.js";
import { TellWhatProgrammesHold20261130077000 } from "./20261130T0770-tell-what-programmes-hold.js";
import { ReadWhatOneCarriesOut20261130077100 } from "./20261130T0771-read-what-one-carries-out.js";
import { HoldWhatIsPromised20261130078000 } from "./20261130T0780-hold-what-is-promised.js";
import { AmendBesideWhatAllSigned20261130078100 } from "./20261130T0781-amend-beside-what-all-signed.js";
import { EntrustSomething20261130078200 } from "./20261130T0782-entrust-something.js";
import { ClearTheDataClause20261130078500 } from "./20261130T0785-clear-the-data-clause.js";
import { HoldPartiesAndEnds20261130078600 } from "./20261130T0786-hold-parties-and-ends.js";
import { MarkWhatTheDirectorSigned20261130078700 } from "./20261130T0787-mark-what-the-director-signed.js";
import { ForgetWhoSaidNo20261130078800 } from "./20261130T0788-forget-who-said-no.js";
import { GiveANewDay20261130079000 } from "./20261130T0790-give-a-new-day.js";
import { SealIdentities20261130080000 } from "./20261130T0800-seal-identities.js";
import { SayWhatTravels20261130080100 } from "./20261130T0801-say-what-travels.js";
import { ArrangeAppointments20261130082000 } from "./20261130T0820-arrange-appointments.js";
import { KeepAttendance20261130082100 } from "./20261130T0821-keep-attendance.js";
import { OfferFreedPlaces20261130083000 } from "./20261130T0830-offer-freed-places.js";
import { AskAboutReferrals20261130083100 } from "./20261130T0831-ask-about-referrals.js";
import { SuspendReferrals20261130083200 } from "./20261130T0832-suspend-referrals.js";
import { MoveAlongFallbacks20261130084000 } from "./20261130T0840-move-along-fallbacks.js";
import { FindWhatIsDue20261130084100 } from "./20261130T0841-find-what-is-due.js";
import { CountNeeds20261130085000 } from "./20261130T0850-count-needs.js";
import { LetCasePapersLeave20261130086000 } from "./20261130T0860-let-case-papers-leave.js";
import { MaskAndErase20261130086100 } from "./20261130T0861-mask-and-erase.js";
import { AnswerResidents20261130086200 } from "./20261130T0862-answer-residents.js";
import { ForgetAllWords20261130086300 } from "./20261130T0863-forget-all-words.js";
import { LookAtWhatMayBeTold20261130087000 } from "./20261130T0870-look-at-what-may-be-told.js";
import { EraseWhatWasLeft20261130087100 } from "./20261130T0871-erase-what-was-left.js";
import { RunOnAfterAQuestion20261130087200 } from "./20261130T0872-run-on-after-a-question.js";
import { LookAnew20261130087300 } from "./20261130T0873-look-anew.js";
import { FindCarryingByParty20261130087400 } from "./20261130T0874-find-carrying-by-party.js";
import { TellReadingOnce20261130088000 } from "./20261130T0880-tell-reading-once.js";
import { HoldWhatEnded20261130088100 } from "./20261130T0881-hold-what-ended.js";
import { HoldTheDesk20261130088200 } from "./20261130T0882-hold-the-desk.js";
import { LookBeforeCorrecting20261130088300 } from "./20261130T0883-look-before-correcting.js";
import { LoseNoLine20261130088400 } from "./20261130T0884-lose-no-line.js";
import { HideWordsWithThePerson20261130089000 } from "./20261130T0890-hide-words-with-the-person.js";
import { ComeToThePerson20261130089500 } from "./20261130T0895-come-to-the-person.js";
import { LetPartnersSuggest20261130090000 } from "./20261130T0900-let-partners-suggest.js";
import { PassApplicationsOn20261130090100 } from "./20261130T0901-pass-applications-on.js";
import { SearchWords20261130092000 } from "./20261130T0920-search-words.js";
import { PublishOpenly20261130093000 } from "./20261130T0930-publish-openly.js";
import { KeepWhatPackagesSay20261130093100 } from "./20261130T0931-keep-what-packages-say.js";
import { KeepEntryWhileOpen20261130095000 } from "./20261130T0950-keep-entry-while-open.js";
import { CloseSuggestions20261130096000 } from "./20261130T0960-close-suggestions.js";
import { KnowWhatWasShown20261130096100 } from "./20261130T0961-know-what-was-shown.js";
import { TellWhenSightEnds20261130096500 } from "./20261130T0965-tell-when-sight-ends.js";
import { AskBeforeNoShow20261130097000 } from "./20261130T0970-ask-before-no-show.js";
import { WriteNothingOfTheErased20261130097100 } from "./20261130T0971-write-nothing-of-the-erased.js";
import { RememberWhatLettersRead20261130098500 } from "./20261130T0985-remember-what-letters-read.js";
import { AnotherSessionIsAnotherLook20261130099000 } from "./20261130T0990-another-session-is-another-look.js";
import { TellRequestsApart20261130099100 } from "./20261130T0991-tell-requests-apart.js";
import { CountWhatWasSaid20261130099200 } from "./20261130T0992-count-what-was-said.js";
import { RedeemAtTheDoor20261130099500 } from "./20261130T0995-redeem-at-the-door.js";
import { SayWhichServiceWasShort20261130099600 } from "./20261130T0996-say-which-service-was-short.js";
import { LeaveTimeToUndo20261130099700 } from "./20261130T0997-leave-time-to-undo.js";
import { ShowResidents20261130100000 } from "./20261130T1000-show-residents.js";
import { LetOffersRest20261130100500 } from "./20261130T1005-let-offers-rest.js";
import { WithdrawFromOffer20261130100600 } from "./20261130T1006-withdraw-from-offer.js";
import { AskBeforeStarting20261130102000 } from "./20261130T1020-ask-before-starting.js";
import { CloseWhatEnded20261130102500 } from "./20261130T1025-close-what-ended.js";
import { DecideInHerPlace20261130102600 } from "./20261130T1026-decide-in-her-place.js";
import { AskPastANewDate20261130102700 } from "./20261130T1027-ask-past-a-new-date.js";
import { ChainSessions20261130102800 } from "./20261130T1028-chain-sessions.js";
import { FindById20261130103500 } from "./20261130T1035-find-by-id.js";
import { RingTogether20261130103600 } from "./20261130T1036-ring-together.js";
import { PlanGuardsOnce20261130103700 } from "./20261130T1037-plan-guards-once.js";
import { LetLettersThrough20261130103800 } from "./20261130T1038-let-letters-through.js";
import { FindByWords20261130105000 } from "./20261130T1050-find-by-words.js";
import { CountLockedAsLeft20261130105100 } from "./20261130T1051-count-locked-as-left.js";
import { LeaveNoTrace20261130105500 } from "./20261130T1055-leave-no-trace.js";
import { KeepNow20261130105600 } from "./20261130T1056-keep-now.js";
import { SayWhoAnswers20261130106000 } from "./20261130T1060-say-who-answers.js";
import { SayWhoIsFull20261130108000 } from "./20261130T1080-say-who-is-full.js";
import { ForgetWhyFirst20261130108100 } from "./20261130T1081-forget-why-first.js";
import { ReportAfterAll20261130108200 } from "./20261130T1082-report-after-all.js";
import { NameUndecidedPlaces20261130108300 } from "./20261130T1083-name-undecided-places.js";
import { SayWhatEases20261130109000 } from "./20261130T1090-say-what-eases.js";
import { SayWhen20261130109100 } from "./20261130T1091-say-when.js";
import { LeaveOutWhatFollows20261130109200 } from "./20261130T1092-leave-out-what-follows.js";
import { KeepSupportingActivities20261130111000 } from "./20261130T1110-keep-supporting-activities.js";
import { SayForWhom20261130111100 } from "./20261130T1111-say-for-whom.js";
import { SupportFromTheCentre20261130113500 } from "./20261130T1135-support-from-the-centre.js";

export const migrations = [
  CreateFoundation20261121230000,
  CreateIdentity20261121230100,
  CreateEventLog20261121230200,
  CreatePartners20261121230300,
  CreateOffer20261121230400,
  CreateAgreements20261121230500,
  CreateReferrals20261121230600,
  CreateJobs20261121230700,
  TightenWalls20261122003000,
  TightenRights20261122003100,
  LetOldRowsGo20261122004000,
  SpeedLists20261122004500,
  WriteLetters20261122020000,
  ActByLink20261122020500,
  ShowLetters20261122020600,
  CreateAccessLog20261122021000,
  InvitePeople20261122022000,
  AskSecondFactor20261122023000,
  EndOneTimePasswords20261122024000,
  LetBackupsRead20261122029000,
  CloseEveryWall20261122030000,
  KeepLessLocked20261122032000,
  TakeLetters20261122033000,
  NameContacts20261130042000,
  NarrowRegisterEvents20261130042100,
  DescribePartners20261130042200,
  FormNetworks20261130043000,
  WalkSixSteps20261130043100,
  CreateProgrammes20261130044000,
  PlanProgrammes20261130044100,
  CreateStandards20261130044200,
  LetAgreementsLive20261130045000,
  LetPartiesSpeak20261130045100,
  BindReferrals20261130050000,
  PlanContinuations20261130050100,
  KeepPlaces20261130050200,
  CountContributions20261130051000,
  SettleAgreements20261130051200,
  LetPapersLeave20261130051300,
  LimitOpenHolds20261130052000,
  TightenGuards20261130053000,
  PlanForWhoLeft20261130053100,
  ShareResources20261130055500,
  TightenAccounts20261130056000,
  KeepWhatWasSigned20261130056100,
  LeaveNetworks20261130060000,
  RetakeSteps20261130060100,
  NoteObstacles20261130060200,
  HearResidents20261130060300,
  KeepPlacesFromQueues20261130061000,
  LetStandardsWait20261130062000,
  NarrowAccountsEvents20261130062100,
  HoldDraftsAgainstBasis20261130062200,
  AttachDocuments20261130063000,
  LetTheHubNeedNone20261130064000,
  PlaceAsSent20261130064100,
  PlanToTheLastDay20261130064200,
  HearWhoIsParty20261130064500,
  NarrowAgreementEvents20261130064600,
  SettleTimeOnce20261130065000,
  LendWhatIsThere20261130065100,
  NarrowWhoLeft20261130065500,
  TellWhoeverHasARole20261130066000,
  SpeakForOthers20261130066500,
  AskBeforeJoining20261130070000,
  SendUntilLeaving20261130070100,
  RestNetworks20261130071000,
  HoldTheCentre20261130073000,
  JoinOrLeave20261130073100,
  CorrectDataRoles20261130073200,
  KeepWhatAllSigned20261130074000,
  SignWhileHere20261130074100,
  CountTheLastDay20261130074200,
  NameWhomToAsk20261130074300,
  HoldWordsAndUnits20261130074400,
  AnswerCorrections20261130075000,
  CallOffLoans20261130075100,
  SettleWhatWasReported20261130075200,
  HoldTheDataClause20261130076000,
  MarkWhatTheCentreNoted20261130076100,
  RememberWhoTookPart20261130076500,
  TellWhatProgrammesHold20261130077000,
  ReadWhatOneCarriesOut20261130077100,
  HoldWhatIsPromised20261130078000,
  AmendBesideWhatAllSigned20261130078100,
  EntrustSomething20261130078200,
  ClearTheDataClause20261130078500,
  HoldPartiesAndEnds20261130078600,
  MarkWhatTheDirectorSigned20261130078700,
  ForgetWhoSaidNo20261130078800,
  GiveANewDay20261130079000,
  SealIdentities20261130080000,
  SayWhatTravels20261130080100,
  ArrangeAppointments20261130082000,
  KeepAttendance20261130082100,
  OfferFreedPlaces20261130083000,
  AskAboutReferrals20261130083100,
  SuspendReferrals20261130083200,
  MoveAlongFallbacks20261130084000,
  FindWhatIsDue20261130084100,
  CountNeeds20261130085000,
  LetCasePapersLeave20261130086000,
  MaskAndErase20261130086100,
  AnswerResidents20261130086200,
  ForgetAllWords20261130086300,
  LookAtWhatMayBeTold20261130087000,
  EraseWhatWasLeft20261130087100,
  RunOnAfterAQuestion20261130087200,
  LookAnew20261130087300,
  FindCarryingByParty20261130087400,
  TellReadingOnce20261130088000,
  HoldWhatEnded20261130088100,
  HoldTheDesk20261130088200,
  LookBeforeCorrecting20261130088300,
  LoseNoLine20261130088400,
  HideWordsWithThePerson20261130089000,
  ComeToThePerson20261130089500,
  LetPartnersSuggest20261130090000,
  PassApplicationsOn20261130090100,
  SearchWords20261130092000,
  PublishOpenly20261130093000,
  KeepWhatPackagesSay20261130093100,
  KeepEntryWhileOpen20261130095000,
  CloseSuggestions20261130096000,
  KnowWhatWasShown20261130096100,
  TellWhenSightEnds20261130096500,
  AskBeforeNoShow20261130097000,
  WriteNothingOfTheErased20261130097100,
  RememberWhatLettersRead20261130098500,
  AnotherSessionIsAnotherLook20261130099000,
  TellRequestsApart20261130099100,
  CountWhatWasSaid20261130099200,
  RedeemAtTheDoor20261130099500,
  SayWhichServiceWasShort20261130099600,
  LeaveTimeToUndo20261130099700,
  ShowResidents20261130100000,
  LetOffersRest20261130100500,
  WithdrawFromOffer20261130100600,
  AskBeforeStarting20261130102000,
  CloseWhatEnded20261130102500,
  DecideInHerPlace20261130102600,
  AskPastANewDate20261130102700,
  ChainSessions20261130102800,
  FindById20261130103500,
  RingTogether20261130103600,
  PlanGuardsOnce20261130103700,
  LetLettersThrough20261130103800,
  FindByWords20261130105000,
  CountLockedAsLeft20261130105100,
  LeaveNoTrace20261130105500,
  KeepNow20261130105600,
  SayWhoAnswers20261130106000,
  SayWhoIsFull20261130108000,
  ForgetWhyFirst20261130108100,
  ReportAfterAll20261130108200,
  NameUndecidedPlaces20261130108300,
  SayWhatEases20261130109000,
  SayWhen20261130109100,
  LeaveOutWhatFollows20261130109200,
  KeepSupportingActivities20261130111000,
  SayForWhom20261130111100,
  SupportFromTheCentre20261130113500,
];
