-- 公開一覧: at which facility subsidies were verified with success, and since when, without reading the whole log.
create index verification_subsidies_found on hub.verification (facility, at) where subsidies = 'Found';
