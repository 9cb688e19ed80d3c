-- The index of the archive. Plain SQL: it runs on H2 2.2 and on PostgreSQL 15.
-- An empty value is kept as NULL; only the key of a patient has empty texts, since keys hold no NULL.

CREATE SEQUENCE patient_seq INCREMENT BY 50;
CREATE SEQUENCE study_seq INCREMENT BY 50;
CREATE SEQUENCE series_seq INCREMENT BY 50;
CREATE SEQUENCE instance_seq INCREMENT BY 50;
CREATE SEQUENCE access_rule_seq INCREMENT BY 50;

CREATE TABLE patient (
  id BIGINT PRIMARY KEY,
  -- '' when the object has none
  patient_id VARCHAR(64) NOT NULL,
  issuer VARCHAR(64) NOT NULL,
  -- '', or the Study Instance UID for a patient without an ID: nameless patients are never merged
  scope VARCHAR(64) NOT NULL,
  -- as in the object, component groups joined by =
  name VARCHAR(400),
  -- upper case and NFC, for matching
  name_alphabetic VARCHAR(200),
  name_ideographic VARCHAR(200),
  name_phonetic VARCHAR(200),
  birth_date CHAR(8),
  sex VARCHAR(16),
  UNIQUE (patient_id, issuer, scope)
);

CREATE TABLE study (
  id BIGINT PRIMARY KEY,
  patient_fk BIGINT NOT NULL REFERENCES patient,
  study_uid VARCHAR(64) NOT NULL UNIQUE,
  study_date CHAR(8),
  study_time VARCHAR(14),
  accession_number VARCHAR(64),
  study_id VARCHAR(64),
  description VARCHAR(256),
  referring_physician VARCHAR(400),
  referring_alphabetic VARCHAR(200),
  referring_ideographic VARCHAR(200),
  referring_phonetic VARCHAR(200),
  -- common to all parts of the study, NULL when there is none or they differ
  institution VARCHAR(256),
  modality VARCHAR(16),
  stored_by VARCHAR(256)
);
CREATE INDEX study_patient ON study (patient_fk, id);
-- none on institution, modality and stored_by, which rules ask for: H2 would take it for each page of
-- an answer, read all that match and sort them, where the order of the keys finds 200 soon
CREATE INDEX study_study_date ON study (study_date, id);
CREATE INDEX study_accession_number ON study (accession_number);

CREATE TABLE series (
  id BIGINT PRIMARY KEY,
  study_fk BIGINT NOT NULL REFERENCES study,
  series_uid VARCHAR(64) NOT NULL UNIQUE,
  -- modality, institution and stored_by: common to all instances, else NULL
  modality VARCHAR(16),
  series_number VARCHAR(16),
  description VARCHAR(256),
  institution VARCHAR(256),
  series_date CHAR(8),
  series_time VARCHAR(14),
  body_part VARCHAR(16),
  stored_by VARCHAR(256)
);
CREATE INDEX series_study ON series (study_fk, id);

-- the items of Request Attributes Sequence (0040,0275)
CREATE TABLE series_request (
  series_fk BIGINT NOT NULL REFERENCES series ON DELETE CASCADE,
  item INTEGER NOT NULL,
  step_id VARCHAR(64),
  procedure_id VARCHAR(64),
  PRIMARY KEY (series_fk, item)
);

CREATE TABLE instance (
  id BIGINT PRIMARY KEY,
  series_fk BIGINT NOT NULL REFERENCES series,
  sop_instance_uid VARCHAR(64) NOT NULL UNIQUE,
  sop_class_uid VARCHAR(64) NOT NULL,
  instance_number VARCHAR(16),
  transfer_syntax VARCHAR(64) NOT NULL,
  -- relative to the folder "objects"; it holds a random part, and each index costs at every store
  file VARCHAR(255) NOT NULL,
  -- bytes and SHA-256 of the data set as received
  size BIGINT NOT NULL,
  digest CHAR(64) NOT NULL,
  stored_by VARCHAR(256),
  stored_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX instance_series ON instance (series_fk, id);

CREATE TABLE access_rule (
  id BIGINT PRIMARY KEY,
  -- FILE or DATABASE
  source VARCHAR(8) NOT NULL,
  -- u:NAME, r:ROLE, anonymous
  subject VARCHAR(260) NOT NULL,
  -- NULL: any
  patient_id VARCHAR(64),
  issuer VARCHAR(64),
  institution VARCHAR(256),
  modality VARCHAR(16),
  own BOOLEAN NOT NULL,
  date_from CHAR(8),
  date_to CHAR(8)
);
-- all that is asked of a rule, so that none is read from the table
CREATE INDEX access_rule_subject ON access_rule
  (subject, patient_id, issuer, institution, modality, own, date_from, date_to);
