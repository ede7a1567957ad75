// The table of rights for what is no noun by itself: types that come with a row of the table, and what every argument is.

/**
 * Types without an id of their own: with which row of operations.table.ts they come, and their fields.
 * Pages (…Connection, …Edge) and the message of a problem need no line.
 */
const CARRIED = `
  AccessCount           | Centre accessCounts | action lines month outcome
  AccessLogChain        | Centre accessLogChain | anchor brokenAt checkedAt fault intactTo position
  AccessLogEntry        | Centre accessLog   | about accountId action at by change door fields hash id noun number outcome partner position pseudonym purpose requestId roles
  AccessLogExport       | exportAccessLog    | csv endCursor lines
  AccountLink           | Query.accountLink  | centreName email hasPassword kind partnerName roles state
  Accounts              | SettlementSheet    | answers costGrosze lines orderedGrosze
  AnswerRecord          | SettlementSheet    | answers inTime medianMinutes priority promise worstMinutes
  Activity              | Centre activity    | at available availableBefore by cursor id kind onBehalf referral service status
  AgreementDiscarded    | discardAgreement   | number
  AgreementDocument     | Agreement papers   | fileName id mime partner sha256 size uploadedAt
  AgreementFinance      | Agreement finance  | amountGrosze mode settlementRules
  AgreementGap          | Agreement terms    | element isRequired words
  AgreementLeaving      | Agreement          | hasLeft lastDay leftOn partner
  AgreementMoved        | changeAgreement    | agreement
  AgreementParty        | Agreement terms    | agreedOn authority contactPerson isRequired leaveReason leftOn onBehalfReason partner signatoryName signatureKind signatureNotedOn signedOn turnTo
  AgreementRemark       | Agreement papers   | madeAt partner text
  AgreementTask         | Agreement terms    | part partner task
  AgreementTerms        | Agreement terms    | allowsSensitive disputeClause dpaAgreement endReason gaps grantForm meetingsPerYear noticeDays offerUpdateDutyDays parties programme promisedTimes purpose renewMonths reporting services suspendReason tasks
  AgreementVersion      | Agreement versions | changes effectiveFrom finance heldOn madeAt revision signatures status terms
  ConsentsWithdrawn     | withdrawConsents   | ended pseudonym
  PromisedTime          | Agreement terms    | amount priority unit
  ServiceInScope        | Agreement terms    | placesKept service
  TermChange            | Agreement versions | from term to
  TermLine              | Agreement versions | term value
  VersionSignature      | Agreement versions | partner signatoryName signatureNotedOn signedOn
  Appointment           | Referral appointment | answer askFor askedAt at atHome bring moveReason movedFrom number place state undoableUntil wishReason wishedFor
  Attendance            | Referral appointment | day quantity recordedAt revision state until
  AttendanceLine        | Service attendance | absencesInRow entry isSuspended number referralId tokenCode viewerCanShowName
  AttendanceMoved       | recordAttendance   | referralIds
  AttendanceRecorded    | recordAttendance   | referrals
  TokenRefused          | redeemToken        | reason referral
  AttendanceSheet       | Service attendance | from lines to unit
  AnalysisMoved         | writeAnalysis      | analysis
  AreaCount             | Centre overview    | area services withFreePlace
  AccessibilityFacet    | Centre catalogue   | accessibility count
  AreaFacet             | Centre catalogue   | area count
  Capacity              | Service numbers    | available confirmedAt confirmedBy confirmedFrom kept keptBy occupied owedToQueue reserved status total unit version waiting waitingOutside walkIns
  CapacityChanged       | capacityChanged    | at cursor service
  CapacityInUse         | setCapacity        | occupied reserved
  CapacityMoved         | setCapacity        | service
  CaseIdentity          | showIdentity       | accessNeeds born contact contactKind legalRepresentative name place preferredHours surname
  BasisChoice           | Case               | controller fields highestLevel kinds limitText texts
  DataController        | Case               | erasesAfterMonths hidesAfterDays name officerAt
  BasisText             | Case               | kind paragraphs version
  TravelChoice          | Case               | defaultLevel options
  TravelOption          | Case               | basisKind basisValidTo fields isBasisMissing level needsReason obstacleText sensitiveFields
  ReferralKeeping       | Referral keeping   | answer answeredAt askedAt
  ShownName             | showNames          | name referralId
  ShownNames            | showNames          | at names until
  ToldField             | showPerson         | contactKind field reason value
  ToldPerson            | showPerson         | at told until
  CaseLook              | Case               | at note purpose until
  Breach                | Centre protection  | about decidedAt dueAt filedAt filedBy foundAt kind number people reportNumber reportReason reported reportedAt steps told toldReason version
  BreachStep            | Centre protection  | at by what
  ResidentRequest       | Centre protection  | answer answeredAt dueOn extendedBy extensionReason fileReference filedAt filedBy kind liftedAt number pseudonym receivedOn state version
  CasesErased           | confirmErasures    | pseudonyms
  DueErasure            | Centre protection  | closedOn dueOn kept keptFor pseudonym
  ProofsExport          | exportProofs       | csv endCursor lines
  ProtectionMark        | Centre protection  | after before subject
  KeepingTimes          | Centre protection  | isRunning lastAt nextAt
  ProtectionRules       | Centre protection  | changedAt changedBy eraseAfterMonths erasesByItself maskAfterDays version
  ProtectionRulesMoved  | setProtectionRules | rules
  ProtectionRun         | Centre protection  | at by done id marks rule
  CaseExport            | exportCase         | csv lines
  CasePaper             | printCase          | at heading opening sections until
  CasePaperBlock        | printCase          | head points rows text
  CasePaperSection      | printCase          | blocks title
  CasesOfList           | openCasesFromList  | cases opened
  CaseMoved             | closeCase          | case
  PersonKnown           | openCase           | coordinators ownCases
  ShownIdentity         | showIdentity       | at identity until
  CentreChanged         | centreChanged RESOURCE | at cursor topic
  CaughtUp              | capacityChanged    | at cursor
  CentreOverview        | Centre overview    | areas areasCovered freeDespiteQueue keptBeyondTotal neverConfirmed openReferrals overdueReferrals services stale unopenedReferrals withFreePlace withQueue withoutFreePlace
  Contribution          | Partner contribution | actions answeredInTime answers asOf confirmedInTime from isMasked medianAnswerMinutes meetings meetingsAttended services to total
  ContributionAction    | Partner contribution | networkName part title
  ContributionLine      | Partner contribution | accepted filledUnits received served servedUnits serviceName unit
  Continuation          | Referral           | until way
  Fallback              | Referral subject   | decidedAt place referral service skippedBecause state
  FallbackPlan          | Referral subject   | current fallbacks stoppedBy version
  ReferralMessage       | Referral messages  | at fromPartner text topics
  PartnerMoved          | changePartner      | partner
  ContactMoved          | changeContactPerson | contactPerson
  Criterion             | Standard           | maximum measure minimum text
  EntryModeFacet        | Centre catalogue   | count entryMode
  FormationStep         | Network formation  | criteria state step
  FormFacet             | Centre catalogue   | count form
  Fulfilment            | Order fulfilment   | accounts from isOver quality reportVersion to
  GroupFacet            | Centre catalogue   | count group
  IdentityLinkBegun     | linkIdentity       | path
  IdentityUnlinked      | unlinkIdentity     | viewer
  InvalidField          | setCapacity        | message path
  InvalidInput          | setCapacity        | fields
  SensitiveWords        | askAboutReferral   | fields
  Invitation            | Partner invitations | email expiresAt id invitedAt mailedAt name roles stillGiven
  JointActionMoved      | changeJointAction  | jointAction
  JointActionPart       | JointAction        | part partner
  LinkDead              | confirmByLink      | link
  LinkedOffer           | Query.actionLink   | available confirmedAt name serviceId taken total unit version
  LinkedReferral        | Query.actionLink   | answerable dueAt number priority serviceName status unit units
  LinkOutdated          | confirmByLink      | link
  LinkRenewed           | renewLink          | link
  OpenedLink            | Query.actionLink   | answer centreName expiresAt kind partnerName referral services state usedAt
  LanguageChosen        | chooseLanguage     | viewer
  MaskedCount           | Partner contribution | reason value
  MeetingAttendance     | Meeting            | partner present
  MeetingMoved          | holdMeeting        | meeting
  MatchReason           | Service matchReasons | kind text value
  ObstacleMoved         | changeObstacle     | obstacle
  ParticipationObstacle | Partner obstacles  | help id kind note notedOn state version
  MembershipMoved       | changeMembership   | membership
  CentrePlace           | Centre needs       | id name simc
  EvidenceCount         | Need               | count evidence
  NeedMoved             | answerNeed         | need
  NeedProposal          | Referral           | area evidence gapKind
  NeedReport            | reportNeed         | at evidence id need takenBackAt
  NeedReported          | needReported       | at cursor need
  NeedComment           | Need comments      | at id ofResidents partner text
  MeetingRhythm         | Network formation  | cadenceDays dueOn lastOn nextOn state
  RuleKept              | Network formation  | found missing of rule state
  NetworkAnalysis       | Network formation  | opportunities strengths threats version weaknesses writtenAt
  NetworkEdge           | Network graph      | from kind to weight
  NetworkGraph          | Network graph      | edges nodes
  HandOver              | Membership handOver | owedBy referrals unplanned
  NetworkMembership     | Network            | declaredOn handOver id joinedOn leaveReason leavingOn leftOn network onBehalfReason partner role roleDescription stakeholderType version viewerCanAccept viewerCanDecline viewerCanLeave
  NetworkProcedure      | Network            | text version writtenAt
  ProcedureMoved        | writeProcedure     | procedure
  NetworkMoved          | changeNetwork      | network
  NetworkNode           | Network graph      | agreementStatus agreementUntil degree isHub offerStale openReferrals partner role services stakeholderType
  NoFreePlace           | sendReferral       | alternatives
  NoFallbackLeft        | sendFallbackNow    | reasons
  OpenUnderAgreement    | Agreement openReferrals | owedBy referrals unplanned
  OrderMoved            | placeOrder         | order
  OrderedLine           | AgreementOrder     | quantity service serviceName unit unitPriceGrosze
  OtherProvider         | Query.otherProvider | name path
  PageInfo              | Centre catalogue   | endCursor hasNextPage
  PartnerLooksKnown     | registerPartner    | partners
  Assignee              | Partner assignees  | email id lastUsedOn name roles since state viewerCanChange
  PasswordChanged       | changePassword     | viewer
  PasswordWasReset      | resetPassword      | done
  PlanRow        | Programme          | agreement amountGrosze gaps id mode partner plannedOn service serviceName state version
  PlanRowMoved   | changePlanRow | planned
  ProgrammeChange       | Programme          | at byName elements kind resolutionNumber resolutionOn service version
  ProgrammeIncomplete   | adoptProgramme     | missing
  ProgrammeMoved        | changeProgramme    | programme
  Quota                 | Query.viewer       | capacity membership serviceId serviceName viewerCanSet
  QuotaMoved            | setQuota           | quota
  RecoveryCodes         | confirmSecondFactor | codes viewer
  ReferralChanged       | referralChanged    | at cursor referral status
  ReferralGone          | referralChanged    | cursor referralId
  ReferralMoved         | acceptReferral     | referral
  ReferralStep          | Referral           | appointment at by reason status
  ResponseTime          | Service PUBLIC     | amount dueAt priority unit
  SecondFactorBegun     | beginSecondFactor  | address secret
  SecondFactorNeeded    | signIn             | ticket
  SecondFactorRemoved   | removeSecondFactor | viewer
  TooManyHeld           | sendReferral       | most
  ConfirmationAsked     | askToConfirm       | askedAt partner
  ServiceHours          | Service PUBLIC     | closesAt days opensAt rrule weekOfMonth
  ScheduleInWords       | Service PUBLIC     | en pl
  TargetGroupFacet      | Centre catalogue   | count targetGroup
  TimeOfDayFacet        | Centre catalogue   | count timeOfDay
  ServiceFacets         | Centre catalogue   | accessibility areas availableNow careDuringActivity entryModes forms freeOfCharge groups referableNow spheres stakeholderTypes targetGroups timesOfDay total transportProvided withQueue
  ServicesConfirmed     | confirmServices    | confirmed moved
  SignedIn              | signIn             | token viewer
  ServiceQuality        | Order fulfilment   | actionDueOn checkedOn checks result serviceName standardName
  SettledLine           | SettlementSheet    | costGrosze declined delivered fromReferrals missed noShows ordered reported serviceName source unanswered unit unitPriceGrosze
  SettlementDifference  | SettlementSheet    | isCostGrosze isDelivered serviceName wasCostGrosze wasDelivered
  SettlementMoved       | confirmSettlement  | sheet
  ResourceMoved         | changeResource     | resource
  ServiceMoved          | changeService      | service
  ResourcePromised      | answerLoan         | left
  LoanMoved             | answerLoan         | loanRequest
  ShortfallMoved        | answerShortfall    | shortfall
  ShownLetter           | Query.mailbox      | at subject text to
  StandardCheck         | Standard checks    | action actionAnswer actionAnsweredOn actionDoneOn actionDueOn actionMissing actionOwner actionState byName checkedOn evidence id result results service version
  StandardComment       | Standard comments  | at id ofResidents partner text
  StandardMoved         | changeStandard     | standard
  SphereFacet           | Centre catalogue   | count sphere
  StepCriterion         | Network formation  | found kind met missing
  StepIncomplete        | completeStep       | criteria
  StepTaken             | Network formation  | at change reason step
  StakeholderTypeFacet  | Centre catalogue   | count stakeholderType
  Viewer                | Query.viewer       | centre email hasLeft identityLinked language membershipId memberships mustChangePassword mustSetUpSecondFactor name needsSecondFactor partner quotas roles secondFactor sessions
  ViewerSecondFactor    | Query.viewer       | recoveryCodesLeft since
  ViewerMembership      | Query.viewer       | centre centreName current id partner partnerName roles
`;

/**
 * What an argument is: the noun whose id it takes (a foreign id is answered as an absent one), `page`, `narrows` or
 * `orders` (may tell nothing of rows and fields that the actor does not read), `says` (is written where the row of the
 * operation allows it), `key` (of a retry), `secret`. An argument of an input type is told by the lines of that type.
 */
const ARGUMENTS = `
  AddResourceInput              | partnerId:Partner requestKey:key
  ChangeServiceInput            | serviceId:Service ifVersion:says
  PauseServiceInput             | serviceId:Service ifVersion:says until:says
  RestoreServiceInput           | serviceId:Service ifVersion:says
  WithdrawServiceInput          | serviceId:Service ifVersion:says
  EndingPlan                    | referralId:Referral way:says
  ResumeServiceInput            | serviceId:Service ifVersion:says
  AskToConfirmInput             | partnerId:Partner
  ServiceHoursInput             | days:says weekOfMonth:says opensAt:says closesAt:says
  ServiceWordsInput             | name:says description:says area:says group:says form:says sphere:says entryMode:says place:says feeGrosze:says feeUnit:says accessibility:says careDuringActivity:says transportProvided:says targetGroups:says eligibility:says ageFrom:says ageTo:says seasonFrom:says seasonTo:says restsOnHolidays:says
  ChangeResourceInput           | resourceId:Resource ifVersion:says
  SetResourceStateInput         | resourceId:Resource ifVersion:says state:says
  ResourceWordsInput            | kind:says name:says description:says availableWhen:says quantity:says lendable:says
  AskForLoanInput               | resourceId:Resource from:says to:says quantity:says note:says requestKey:key
  AnswerLoanInput               | loanRequestId:LoanRequest ifVersion:says answer:says reason:says
  TakeBackLoanInput             | loanRequestId:LoanRequest ifVersion:says reason:says
  ResourceFilter                | partnerId:Partner kinds:narrows lendable:narrows text:narrows
  Service.attendance            | from:narrows to:narrows
  Service.nextDates             | first:page
  Centre.resources              | after:page first:page
  AddContactPersonInput         | partnerId:Partner requestKey:key
  ChangePartnerInput            | partnerId:Partner accessibility:says address:says areasServed:says cisAgreedPlaces:says cisDecision:says cisValidUntil:says cisVoivode:says ifVersion:says isAnother:says kind:says krs:says legalForm:says name:says nip:says phone:says regon:says registerEntry:says reintegrationAim:says sector:says shortName:says statutoryAims:says statutoryProviderKind:says terc:says website:says
  CorrectDataRoleInput          | partnerId:Partner ifVersion:says dataRole:says reason:says
  SuspendPartnerInput           | partnerId:Partner ifVersion:says reason:says
  ResumePartnerInput            | partnerId:Partner ifVersion:says
  ChangeContactPersonInput      | contactPersonId:ContactPerson ifVersion:says
  MakePrimaryContactInput       | contactPersonId:ContactPerson ifVersion:says
  RemoveContactPersonInput      | contactPersonId:ContactPerson successorId:ContactPerson ifVersion:says
  SetContactAbsenceInput        | contactPersonId:ContactPerson substituteId:ContactPerson from:says ifVersion:says to:says
  ConfirmContactWillingInput    | contactPersonId:ContactPerson how:says
  ContactWordsInput             | availability:says deputy:says duties:says name:says position:says preferredChannel:says workEmail:says workPhone:says
  AcceptInvitationInput         | token:secret password:secret
  AcceptMembershipInput         | membershipId:NetworkMembership asObserver:says declaredOn:says reason:says
  DeclineMembershipInput        | membershipId:NetworkMembership ifVersion:says
  AcceptReferralInput           | referralId:Referral
  AppointmentInput              | askFor:says at:says atHome:says bring:says place:says
  ArrangeAppointmentInput       | referralId:Referral requestKey:key insteadOf:says reason:says
  AskForAnotherDateInput        | referralId:Referral number:says reason:says wishedFor:says sensitiveWordsMeant:says
  AnswerNoShowInput             | referralId:Referral number:says answer:says wishedFor:says
  NoteAppearanceInput           | referralId:Referral number:says came:says
  UndoAppearanceInput           | referralId:Referral number:says
  AccessLogFilter               | partnerId:Partner referralId:Referral accountId:narrows action:narrows by:narrows change:narrows from:narrows organisation:narrows outcome:narrows pseudonym:narrows to:narrows
  AnswerCorrectiveActionInput   | checkId:StandardCheck ifVersion:says answer:says
  AnswerShortfallInput          | shortfallId:Shortfall answer:says ifVersion:says
  BeginSecondFactorInput        | code:secret password:secret
  AdoptProgrammeInput           | programmeId:Programme ifVersion:says
  AgreeToAgreementInput         | agreementId:Agreement ifVersion:says partnerId:Partner reason:says
  AgreementContactInput         | contactPersonId:ContactPerson partnerId:Partner
  AgreementFilter               | group:narrows isPublic:narrows kinds:narrows partnerId:Partner text:narrows
  AgreementTaskInput            | part:says partnerId:Partner task:says
  AgreementTermsInput           | allowsSensitive:says amountGrosze:says dataRole:says disputeClause:says dpaAgreementId:Agreement financeMode:says grantForm:says isPublic:says meetingsPerYear:says noticeDays:says offerUpdateDutyDays:says programmeId:Programme purpose:says renewMonths:says reporting:says settlementRules:says title:says validFrom:says validTo:says
  AmendAgreementInput           | agreementId:Agreement effectiveFrom:says ifVersion:says
  ChangeAgreementInput          | agreementId:Agreement ifVersion:says annulsSignatures:says
  DiscardAgreementInput         | agreementId:Agreement
  DraftAgreementInput           | kind:says networkId:Network number:says partnerIds:Partner requestKey:key
  PromisedTimeInput             | amount:says priority:says unit:says
  ProposeAgreementInput         | agreementId:Agreement leavesOut:says
  RejectAgreementInput          | agreementId:Agreement reason:says
  RejectAmendmentInput          | agreementId:Agreement revision:says
  RemoveAgreementDocumentInput  | agreementId:Agreement documentId:AgreementDocument
  RemarkOnAgreementInput        | agreementId:Agreement requestKey:key text:says
  ResumeAgreementInput          | agreementId:Agreement
  ServiceInScopeInput           | placesKept:says serviceId:Service
  SignAgreementInput            | agreementId:Agreement authority:says ifVersion:says kind:says partnerId:Partner revision:says signatoryName:says signedOn:says
  SuspendAgreementInput         | agreementId:Agreement reason:says
  TerminateAgreementInput       | agreementId:Agreement byConsent:says lastDay:says reason:says
  WithdrawFromAgreementInput    | agreementId:Agreement byConsent:says leftOn:says partnerId:Partner reason:says
  Centre.agreements             | after:page first:page
  AgreementOrder.fulfilment     | on:narrows
  ApproveStandardInput          | standardId:QualityStandard ifVersion:says inForceFrom:says
  AnswerByLinkInput             | reason:says reply:says token:secret
  CancelMeetingInput            | meetingId:Meeting reason:says ifVersion:says
  Centre.accessLog              | after:page first:page
  Centre.activity               | after:page first:page
  CaseIdentityInput             | name:says surname:says born:says contactKind:says contact:says preferredHours:says accessNeeds:says place:says legalRepresentative:says
  Case.basisChoice              | partnerId:Partner serviceId:Service
  Case.travelTo                 | serviceId:Service
  Centre.cases                  | isOpen:narrows ownReference:narrows owesNote:narrows after:page first:page
  CloseCaseInput                | caseId:Case ifVersion:says
  EraseIdentityInput            | caseId:Case ifVersion:says
  SetProtectionRulesInput       | ifVersion:says maskAfterDays:says eraseAfterMonths:says erasesByItself:says
  WithdrawConsentsInput         | pseudonym:says
  FileResidentRequestInput      | requestKey:key pseudonym:says fileReference:says kind:says receivedOn:says
  LiftRestrictionInput          | requestNumber:says ifVersion:says
  ExtendResidentRequestInput    | requestNumber:says ifVersion:says months:says reason:says
  AnswerResidentRequestInput    | requestNumber:says ifVersion:says state:says answer:says
  RecordBreachInput             | requestKey:key kind:says foundAt:says about:says people:says
  NoteBreachStepInput           | breachNumber:says what:says
  DecideBreachInput             | breachNumber:says ifVersion:says reported:says reportedAt:says reportNumber:says reportReason:says told:says toldReason:says
  ConfirmErasuresInput          | pseudonyms:says
  ExportProofsInput             | after:page
  KeepToRulesNowInput           | requestKey:key
  Centre.protectionRuns         | first:page after:page onlyDone:narrows
  PrintCaseInput                | caseId:Case kind:says language:says identityFor:says
  ExportCaseInput               | caseId:Case
  ReopenCaseInput               | caseId:Case ifVersion:says
  CorrectIdentityInput          | caseId:Case ifVersion:says although:says sensitiveWordsMeant:says
  Centre.partners               | after:page first:page
  Centre.referrals              | after:page first:page
  Centre.services               | after:page first:page
  ChangeDutiesInput             | assigneeId:Assignee roles:says
  ChangePlanRowInput     | planRowId:PlanRow ifVersion:says
  ChangeStandardInput           | standardId:QualityStandard ifVersion:says
  CheckServiceInput             | serviceId:Service checkedOn:says results:says evidence:says requestKey:key
  CommentStandardInput          | standardId:QualityStandard text:says requestKey:key
  ConsultStandardInput          | standardId:QualityStandard ifVersion:says consultedTo:says
  CorrectiveActionInput         | text:says owner:says dueOn:says
  CriterionInput                | text:says measure:says minimum:says maximum:says
  ChangeProgrammeInput          | programmeId:Programme ifVersion:says
  ChangeHubInput                | networkId:Network partnerId:Partner formerHubType:says ifVersion:says
  ChangeJointActionInput        | jointActionId:JointAction title:says ifVersion:says
  ChangeMembershipInput         | membershipId:NetworkMembership stakeholderType:says roleDescription:says isObserver:says ifVersion:says
  SetNetworkStateInput          | networkId:Network change:says reason:says ifVersion:says
  ChangeNetworkInput            | networkId:Network name:says purpose:says goals:says cadenceDays:says ifVersion:says
  ChangePasswordInput           | current:secret new:secret
  ChooseLanguageInput           | language:says
  CompleteStepInput             | networkId:Network step:says
  CloseShortfallInput           | shortfallId:Shortfall result:says ifVersion:says
  CompleteSignInInput           | ticket:secret code:secret
  CompleteReferralInput         | referralId:Referral deliveredUnits:says result:says
  AttendanceEntryInput          | referralId:Referral state:says quantity:says ifRevision:says
  ShowNamesInput                | referralIds:Referral
  RecordAttendanceInput         | from:says to:says
  CheckTokenInput               | code:secret
  RedeemTokenInput              | code:secret requestKey:key
  ConfirmByLinkInput            | token:secret
  ConfirmCapacityInput          | serviceId:Service
  ConfirmSettlementInput        | sheetId:SettlementSheet ifReportVersion:says
  ConfirmSecondFactorInput      | code:secret
  ConfirmPlaceInput             | referralId:Referral
  DeliveredLineInput            | serviceId:Service delivered:says
  DeclineReferralInput          | referralId:Referral reason:says
  DiscontinueReferralInput      | referralId:Referral reason:says
  DraftProgrammeInput           | requestKey:key
  DraftSettlementInput          | orderId:AgreementOrder on:says requestKey:key
  DraftStandardInput            | previousId:QualityStandard requestKey:key
  EndDutiesInput                | assigneeId:Assignee
  EndJointActionInput           | jointActionId:JointAction ifVersion:says
  EndSessionInput               | sessionId:Session
  ExportAccessLogInput          | after:page
  FormNetworkInput              | kind:says name:says purpose:says goals:says requestKey:key
  GivenPart                     | partnerId:Partner part:says
  InviteToNetworkInput          | networkId:Network partnerId:Partner stakeholderType:says roleDescription:says requestKey:key
  HoldMeetingInput              | meetingId:Meeting presentPartnerIds:Partner ifVersion:says
  FinishCorrectiveActionInput   | checkId:StandardCheck ifVersion:says
  InvitePersonInput             | partnerId:Partner email:says name:says roles:says requestKey:key
  LinkPartnershipInput          | programmeId:Programme networkId:Network ifVersion:says
  LinkIdentityInput             | password:secret
  LockAssigneeInput             | assigneeId:Assignee
  NewContactInput               | name:says position:says workEmail:says workPhone:says
  ObjectToSettlementInput       | sheetId:SettlementSheet reason:says
  OfferPlaceInput               | referralId:Referral reason:says sensitiveWordsMeant:says
  OpenCasesFromListInput        | ownReferences:says requestKey:key
  OpenCaseInput                 | ownReference:says although:says requestKey:key sensitiveWordsMeant:says
  OpenReferralInput             | referralId:Referral
  PartnerFilter                 | kinds:narrows stakeholderTypes:narrows statuses:narrows text:narrows withContactAlert:narrows withoutDeputy:narrows
  OrderedLineInput              | serviceId:Service quantity:says unitPriceGrosze:says
  Partner.contribution          | kind:narrows on:narrows hideFew:narrows
  PlaceOrderInput               | agreementId:Agreement partnerId:Partner per:says ifVersion:says
  PlacesSeen                    | serviceId:Service version:says available:says
  PlanMeetingInput              | networkId:Network kind:says title:says agenda:says startsAt:says endsAt:says place:says requestKey:key
  PlanJointActionInput          | networkId:Network title:says requestKey:key
  PlanContinuationInput         | referralId:Referral way:says until:says
  PlanFallbacksInput            | referralId:Referral serviceIds:Service ifVersion:says
  SendFallbackNowInput          | referralId:Referral ifVersion:says requestKey:key
  PlanServiceInput              | programmeId:Programme requestKey:key
  PlanRowInput           | serviceId:Service partnerId:Partner agreementId:Agreement serviceName:says mode:says amountGrosze:says plannedOn:says state:says
  PrintSlipInput                | referralId:Referral
  ProgrammeElementsInput        | name:says aim:says startsOn:says endsOn:says needs:says persons:says serviceScope:says qualification:says fees:says documentation:says personalData:says organisation:says monitoring:says budgetGrosze:says bipUrl:says
  PublishServiceInput           | area:says capacityTotal:says capacityUnit:says description:says eventOn:says form:says group:says name:says requestKey:key entryMode:says supporting:says
  Query.accountLink             | token:secret
  Query.actionLink              | token:secret
  Query.centre                  | id:Centre
  Query.mailbox                 | first:page after:page
  Query.node                    | id:Node
  RecordNeedInput               | networkId:Network placeId:CentrePlace title:says area:says gapKind:says targetGroup:says evidence:says personsEstimated:says requestKey:key
  ReopenCorrectiveActionInput   | checkId:StandardCheck ifVersion:says missing:says
  ReopenShortfallInput          | shortfallId:Shortfall missing:says ifVersion:says
  RaiseShortfallInput           | orderId:AgreementOrder serviceId:Service on:says kind:says reason:says owner:says dueOn:says requestKey:key
  ReportDeliveryInput           | orderId:AgreementOrder on:says ifVersion:says
  RecordSignedAgreementInput    | partnerId:Partner dataRole:says kind:says number:says signedOn:says validFrom:says validTo:says requestKey:key
  RecordWalkInInput             | serviceId:Service change:says ifVersion:says requestKey:key
  ReportProgrammeInput          | programmeId:Programme ifVersion:says reportedOn:says
  RetireStandardInput           | standardId:QualityStandard ifVersion:says
  ResolutionInput               | number:says on:says
  ReopenStepInput               | networkId:Network step:says reason:says
  ReferralFilter                | caseId:Case partnerId:Partner serviceId:Service awaitsKeeping:narrows awaitsNext:narrows number:narrows priorities:narrows senderHasLeft:narrows sentByViewer:narrows hasLeftSuggestion:narrows placeUndecided:narrows statuses:narrows
  RegisterPartnerInput          | address:says dataRole:says declaredOn:says isAnother:says kind:says krs:says name:says nip:says regon:says stakeholderType:says requestKey:key
  RemoveSecondFactorInput       | code:secret password:secret
  RenewRecoveryCodesInput       | code:secret password:secret
  RenewLinkInput                | token:secret
  RequestPasswordResetInput     | email:secret
  ResetPasswordInput            | token:secret new:secret
  SeenService                   | serviceId:Service version:says
  SendInvitationAgainInput      | invitationId:Invitation
  SendReferralInput             | serviceId:Service fallbackServiceIds:Service caseId:Case followsId:Referral disclosureLevel:says goal:says kind:says levelReason:says vitalInterest:says ownReference:says priority:says units:says waitIfFull:says requestKey:key sensitiveWordsMeant:says
  ServiceFilter                 | partnerId:Partner accessibility:narrows areas:narrows availableNow:narrows careDuringActivity:narrows freeOfCharge:narrows transportProvided:narrows referableNow:narrows capacityStatuses:narrows emergency:narrows entryModes:narrows forms:narrows groups:narrows spheres:narrows stakeholderTypes:narrows targetGroups:narrows place:narrows timesOfDay:narrows text:narrows order:orders
  SetServiceStandardInput       | serviceId:Service standardId:QualityStandard
  StandardWordsInput            | name:says areas:says
  SetServiceProgrammeInput      | serviceId:Service programmeId:Programme ifProgrammeId:says
  SetQuotaInput                 | membershipId:ViewerMembership serviceId:Service total:says ifVersion:says
  SetCapacityInput              | serviceId:Service total:says waitingOutside:says reason:says ifVersion:says
  PreviewReferralInput          | serviceId:Service caseId:Case disclosureLevel:says goal:says levelReason:says priority:says vitalInterest:says
  SensitiveFieldInput           | field:says reason:says value:says
  RecordBasisInput              | caseId:Case partnerId:Partner serviceId:Service fields:says form:says givenBy:says highestLevel:says kind:says textVersion:says validFrom:says validTo:says requestKey:key
  WithdrawBasisInput            | basisId:DisclosureBasis
  NoteBasisInput                | basisId:DisclosureBasis note:says
  ShowPersonInput               | referralId:Referral purpose:says
  ConfirmKeepingInput           | referralId:Referral keeps:says
  ShowIdentityInput             | caseId:Case purpose:says note:says
  SignInInput                   | email:secret password:secret
  StartReferralInput            | referralId:Referral statutoryDocumentRef:says
  Subscription.capacityChanged  | centreId:Centre serviceIds:Service areas:narrows after:page
  Subscription.centreChanged    | centreId:Centre after:page
  Subscription.needReported     | centreId:Centre after:page
  Subscription.referralChanged  | centreId:Centre after:page
  SwitchMembershipInput         | membershipId:ViewerMembership
  UnlockAssigneeInput               | assigneeId:Assignee
  AskAboutReferralInput         | requestKey:key referralId:Referral topics:says text:says sensitiveWordsMeant:says
  AnswerQuestionInput           | requestKey:key referralId:Referral text:says sensitiveWordsMeant:says
  SuspendReferralInput          | requestKey:key referralId:Referral reason:says note:says resumesOn:says sensitiveWordsMeant:says
  ResumeReferralInput           | requestKey:key referralId:Referral
  WaitlistReferralInput         | referralId:Referral expectedOn:says
  WithdrawInvitationInput       | invitationId:Invitation
  AnnounceLeavingInput          | membershipId:NetworkMembership leavingOn:says reason:says ifVersion:says
  TakeBackLeavingInput          | membershipId:NetworkMembership ifVersion:says
  CompleteLeavingInput          | membershipId:NetworkMembership ifVersion:says
  ReportNeedInput               | referralId:Referral placeId:CentrePlace area:says gapKind:says targetGroup:says requestKey:key
  TakeBackNeedReportInput       | reportId:NeedReport
  AnswerNeedInput               | needId:Need ifVersion:says status:says plannedAnswer:says answerNote:says title:says
  NamePlaceInput                | name:says simc:says
  NeedFilter                    | placeId:CentrePlace areas:narrows gapKinds:narrows targetGroups:narrows statuses:narrows
  Centre.needs                  | after:page first:page
  SuggestServiceInput           | referralId:Referral serviceId:Service reason:says requestKey:key sensitiveWordsMeant:says
  TakeOverSuggestionInput       | suggestionId:ServiceSuggestion
  DeclineSuggestionInput        | suggestionId:ServiceSuggestion reason:says
  CommentNeedInput              | needId:Need text:says requestKey:key
  WriteMinutesInput             | meetingId:Meeting text:says ifVersion:says
  ApproveMinutesInput           | meetingId:Meeting ifVersion:says
  NoteObstacleInput             | partnerId:Partner requestKey:key
  ChangeObstacleInput           | obstacleId:ParticipationObstacle ifVersion:says
  ObstacleWordsInput            | kind:says note:says help:says state:says
  WriteProcedureInput           | networkId:Network text:says ifVersion:says
  WriteAnalysisInput            | networkId:Network strengths:says weaknesses:says opportunities:says threats:says ifVersion:says
  WithdrawReferralInput         | referralId:Referral reason:says sensitiveWordsMeant:says
`;

/** Fields that tell what the viewer may do; the moves of the table say the same. */
export const claims: Record<string, readonly string[]> = {
  Network: ["viewerCanLead", "viewerCanRecordNeed", "viewerCanSetState"],
  Need: ["viewerCanComment", "viewerCanAnswer"],
  NeedReport: ["viewerCanTakeBack"],
  ServiceSuggestion: ["viewerCanDecide"],
  Agreement: ["viewerCan", "viewerCanPlaceOrder"],
  AgreementDocument: ["viewerCanRemove"],
  AgreementOrder: [
    "viewerCanReportDelivery",
    "viewerCanDraftSettlement",
    "viewerCanRaiseShortfall",
  ],
  SettlementSheet: ["viewerCanConfirmSettlement"],
  Shortfall: [
    "viewerCanAnswerShortfall",
    "viewerCanCloseShortfall",
    "viewerCanReopenShortfall",
  ],
  StandardCheck: ["viewerCanAnswerAction", "viewerCanJudgeAction"],
  Partner: [
    "viewerCanPublishService",
    "viewerCanAddResource",
    "viewerCanKeepObstacles",
  ],
  Resource: ["viewerCanChange", "viewerCanAsk"],
  LoanRequest: ["viewerCanAnswer", "viewerCanTakeBack"],
  Programme: ["viewerCanChange"],
  QualityStandard: ["viewerCanWrite", "viewerCanApprove", "viewerCanComment"],
  Service: ["viewerCanSetCapacity", "viewerCanChange", "viewerCanRefer"],
  Referral: [
    "viewerIsSender",
    "viewerCanOpen",
    "viewerCanAccept",
    "viewerCanDecline",
    "viewerCanWaitlist",
    "viewerCanOfferPlace",
    "viewerCanConfirmPlace",
    "viewerCanStart",
    "viewerCanComplete",
    "viewerCanDiscontinue",
    "viewerCanWithdraw",
    "viewerCanAskAbout",
    "viewerCanAnswerQuestion",
    "viewerCanSuspend",
    "viewerCanResume",
    "viewerCanPlanContinuation",
    "viewerCanSuggest",
    "viewerCanArrangeAppointment",
    "viewerCanNoteAppearance",
    "viewerCanAskForAnotherDate",
    "viewerCanAnswerNoShow",
    "viewerCanPlanFallbacks",
    "viewerCanShowPerson",
    "viewerCanConfirmKeeping",
    "isOftenAbsent",
  ],
};

export interface Carried {
  type: string;
  row: string;
  fields: string[];
}

export interface Taken {
  /** A field, or an input type. */
  by: string;
  name: string;
  is: string;
}

function lines(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

export const carried: Carried[] = lines(CARRIED).map(
  ([type = "", row = "", fields = ""]) => ({
    type,
    row,
    fields: fields.split(" "),
  }),
);

export const taken: Taken[] = lines(ARGUMENTS).flatMap(
  ([by = "", names = ""]) =>
    names.split(" ").map((word) => {
      const [name = "", is = ""] = word.split(":");
      return { by, name, is };
    }),
);
