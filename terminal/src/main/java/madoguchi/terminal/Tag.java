package madoguchi.terminal;

/** 要素名 – element names of the OQS files, spelled as in the field ({@code oqs-interface.md} §2, §3, §6.1). */
final class Tag {

    static final String ROOT = "XmlMsg";
    static final String HEADER = "MessageHeader";
    static final String BODY = "MessageBody";

    // MessageHeader
    static final String EXECUTED = "ProcessExecutionTime";
    static final String DAY = "QualificationConfirmationDate";
    static final String FACILITY = "MedicalInstitutionCode";
    static final String FILE_IDENTIFIER = "ArbitraryFileIdentifier";
    static final String INQUIRY_KIND = "ReferenceClassification";
    static final String SEGMENT = "SegmentOfResult";
    static final String ERROR_CODE = "ErrorCode";
    static final String ERROR_MESSAGE = "ErrorMessage";
    static final String CHARACTER_CODE = "CharacterCodeIdentifier";

    // MessageBody
    static final String STATUS = "ProcessingResultStatus";
    static final String RESULT_CODE = "ProcessingResultCode";
    static final String RESULT_MESSAGE = "ProcessingResultMessage";
    static final String VALIDITY = "QualificationValidity";
    static final String RESULTS = "ResultList";
    static final String RESULT = "ResultOfQualificationConfirmation";
    static final String SEARCH = "QualificationConfirmSearchInfo";

    // Search info and result
    static final String INSURER = "InsurerNumber";
    static final String SYMBOL = "InsuredCardSymbol";
    static final String NUMBER = "InsuredIdentificationNumber";
    static final String BRANCH = "InsuredBranchNumber";
    static final String BIRTH = "Birthdate";
    static final String LIMIT_CONSENT = "LimitApplicationCertificateRelatedConsFlg";
    static final String LIMIT_CONSENT_TIME = "LimitApplicationCertificateRelatedConsTime";
    static final String PERSON_IDENTIFIER = "ArbitraryIdentifier";
    static final String CARD_CLASS = "InsuredCardClassification";
    static final String RELATION = "PersonalFamilyClassification";
    static final String INSURED_NAME = "InsuredName";
    static final String NAME = "Name";
    static final String OTHER_NAME = "NameOfOther";
    static final String KANA = "NameKana";
    static final String OTHER_KANA = "NameOfOtherKana";
    static final String SEX = "Sex1";
    static final String SEX_ON_BACK = "Sex2";
    static final String ADDRESS = "Address";
    static final String POST_NUMBER = "PostNumber";
    static final String QUALIFIED_FROM = "QualificationDate";
    static final String QUALIFIED_UNTIL = "DisqualificationDate";
    static final String ISSUED = "InsuredCertificateIssuanceDate";
    static final String CARD_FROM = "InsuredCardValidDate";
    static final String CARD_THROUGH = "InsuredCardExpirationDate";
    static final String RATE = "InsuredPartialContributionRatio";
    static final String PRESCHOOL = "PreschoolClassification";
    static final String LOSS_REASON = "ReasonOfLoss";
    static final String INSURER_NAME = "InsurerName";
    static final String REFERENCE_NUMBER = "ReferenceNumber";

    static final String ELDERLY = "ElderlyRecipientCertificateInfo";
    static final String ELDERLY_ISSUED = "ElderlyRecipientCertificateDate";
    static final String ELDERLY_FROM = "ElderlyRecipientValidStartDate";
    static final String ELDERLY_THROUGH = "ElderlyRecipientValidEndDate";
    static final String ELDERLY_RATE = "ElderlyRecipientContributionRatio";

    static final String LIMIT = "LimitApplicationCertificateRelatedInfo";
    static final String LIMIT_KIND = "LimitApplicationCertificateClassification";
    static final String LIMIT_CLASS = "LimitApplicationCertificateClassificationFlag";
    static final String LIMIT_ISSUED = "LimitApplicationCertificateDate";
    static final String LIMIT_FROM = "LimitApplicationCertificateValidStartDate";
    static final String LIMIT_THROUGH = "LimitApplicationCertificateValidEndDate";
    static final String LIMIT_LONG_TERM = "LimitApplicationCertificateLongTermDate";

    static final String DISEASE_CONSENT = "SpecificDiseasesCertificateRelatedConsFlg";
    static final String DISEASE_CONSENT_TIME = "SpecificDiseasesCertificateRelatedConsTime";
    static final String DISEASES = "SpecificDiseasesCertificateList";
    static final String DISEASE = "SpecificDiseasesCertificateInfo";
    static final String DISEASE_CATEGORY = "SpecificDiseasesDiseaseCategory";
    static final String DISEASE_ISSUED = "SpecificDiseasesCertificateDate";
    static final String DISEASE_FROM = "SpecificDiseasesValidStartDate";
    static final String DISEASE_THROUGH = "SpecificDiseasesValidEndDate";
    static final String DISEASE_SELF_PAY = "SpecificDiseasesSelfPay";

    static final String TICKETS = "PublicExpenseResultList";
    static final String TICKET = "MedicalTicketInfo";
    static final String TICKET_TYPE = "TicketType";
    static final String TICKET_FROM = "MedicalTicketValidDate";
    static final String TICKET_THROUGH = "MedicalTicketExpirationDate";
    static final String TICKET_ISSUE_NUMBER = "IssueNumber";
    static final String TICKET_MONTH = "MedicalTreatmentMonth";
    static final String TICKET_FACILITY = "DesignatedMedicalInstitutionCode";
    static final String TICKET_FACILITY_DIFFERS = "DesignatedMedicalInstitutionFlag";
    static final String TICKET_SELF_PAY = "SelfPayAmount";

    // Four-step exchanges
    static final String RECEPTION = "ReceptionNumber";
    static final String RECEIVED = "ReceptionDateTime";
    static final String COUNT = "NumberOfProcessingResult";
    static final String COUNT_NORMAL = "NumberOfNormalProcessing";
    static final String COUNT_ERROR = "NumberOfError";
    static final String UNIT = "BulkConfirmUnit";
    static final String LIMIT_CHANGED = "LimitApplicationCertificateChanged";
    static final String REGISTRATION = "ReferenceNumberRegistrationInfo";
    static final String REGISTRATION_UNIT = "BulkRegistrationUnit";
    static final String CONSENT_FROM = "ConsentDateFrom";
    static final String CONSENT_TO = "ConsentDateTo";
    static final String EXAMINED_FROM = "ExaminationDateFrom";
    static final String EXAMINED_TO = "ExaminationDateTo";
    static final String VISIT_KIND = "MedicalTreatmentFlag";

    private Tag() {}
}
