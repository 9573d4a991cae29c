/** Words that some engine keeps for itself: test/vectors/reserved-words.json has which engine, and where it says so. */
export const RESERVED: ReadonlySet<string> = new Set(
  `abs accessible add admin aes128 aes256 aggregate all allocate allow allowoverwrite alter analyse analyze and anti
  any append are array array_max_cardinality as asc asensitive asof assert_rows_modified asymmetric at atomic
  authorization auto avg az64 backup bearer bearer_token before begin begin_frame begin_partition between bigint
  binary bit blanksasnull blob body boolean both break browse bulk by bytedict bzip2 cache call called cardinality
  cascade cascaded case cast ceil ceiling change char char_length character character_length check checkpoint
  classifier clob clone close clustered coalesce collate collation collect column commit comprows compupdate compute
  concurrently condition conf connect connection constraint contains containstable continue convert copy corr
  corresponding count covar_pop covar_samp create credentials cross cube cume_dist current current_catalog
  current_date current_default_transform_group current_path current_role current_row current_schema current_time
  current_timestamp current_transform_group_for_type current_user current_user_id cursor cycle database databases date
  datetime day day_hour day_microsecond day_minute day_second dbcc deallocate dec decimal declare default deferrable
  define definition deflate defrag delayed delete delete_domain_id delimiters delta delta32k dense_rank deny deref
  desc describe deterministic disable disallow disconnect disk distinct distinctrow distributed div do do_domain_ids
  double drop dual dump dynamic each element else elseif elsif empty emptyasnull enable enclosed encode encrypt
  encryption end end_frame end_partition enum equals errlvl escape escaped every except exchange exclude exec execute
  exists exit exp explain explicit explicit_ids extend external extract false fetch file fillfactor fillrecord filter
  first_value float float4 float8 floor following for force foreign frame_row free freetext freetexttable freeze
  friday from full fulltext function fusion general generated get get_master_public_key glob global globaldict256
  globaldict64k go goto grant group grouping groups gscluster gzip hash having high_priority history hold holdlock
  hour hour_microsecond hour_minute hour_second hybrid identity identity_insert identitycol if ignore
  ignore_domain_ids ignore_server_ids ignoreblanklines ignoreheader ilike import in include increment index indicator
  infile initial initially inner inout insensitive insert insert_only int int1 int2 int3 int4 int8 integer intersect
  intersection interval into io_after_gtids io_before_gtids is isnull iterate join json_array json_arrayagg
  json_exists json_object json_objectagg json_query json_scope json_table json_value key keys kill label lag lambda
  language large last_value lateral lead leading leave left less library like like_regex limit linear lineno lines
  listagg ln load local localtime localtimestamp lock long longblob longtext lookup loop low_priority lower lun luns
  lzo lzop macro manual map master_bind master_demote_to_replica master_demote_to_slave master_heartbeat_period
  master_ssl_verify_server_cert match match_condition match_number match_recognize matches max maxvalue measure
  measures mediumblob mediumint mediumtext member merge method middleint min minus minute minute_microsecond
  minute_second mod modifies module monday month more mostly16 mostly32 mostly8 multiset national natural nchar nclob
  new next no no_write_to_binlog nocheck nonclustered none normalize not notnull nth_value ntile null null_if nullif
  nulls numeric occurrences_regex octet_length of off offline offset offsets oid old omit on one only open
  opendatasource openquery openrowset openxml optimize optimizer_costs option optionally or order ordinal others out
  outer outfile over overlaps overlay package page_checksum parallel parameter parse_gcol_expr parse_vcol_expr
  partialscan partition pattern per percent percent_rank percentile_cont percentile_disc period permissions permute
  persist persist_only pivot pivot_longer pivot_wider placing plan portion position position_regex positional power
  precedes preceding precision prepare preserve prev primary print proc procedure proto public purge qualify raise
  raiserror range rank raw read read_write readratio reads readtext real reconfigure recover recursive reduce ref
  ref_system_id references referencing regexp regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
  regr_sxx regr_sxy regr_syy rejectlog release rename repeat replace replication require reset resignal resort respect
  restore restrict result return returning returns revert revoke right rlike role rollback rollup row row_number
  rowcount rowguidcol rows rowtype rule runlength running safe_cast safe_offset safe_ordinal sample saturday save
  savepoint schema schemas scope scroll search second second_microsecond securityaudit seek select
  semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable semi sensitive separator session_user
  set setuser show shutdown signal similar skip slow smallint snapshot some spatial specific specifictype sql
  sql_after_gtids sql_before_gtids sql_big_result sql_buffer_result sql_cache sql_calc_found_rows sql_no_cache
  sql_small_result sqlexception sqlstate sqlwarning sqrt ssl start starting static statistics stats_auto_recalc
  stats_persistent stats_sample_pages stddev_pop stddev_samp stored straight_join stream strict struct submultiset
  subset substring substring_regex succeeds sum summarize sunday symmetric sync sysdate system system_time system_user
  table tablesample tag tdes terminated text255 text32k textsize then thursday time timestamp timezone_hour
  timezone_minute tinyblob tinyint tinytext to top trailing tran transaction transform translate translate_regex
  translation treat trigger trim trim_array true truncate truncatecolumns try_cast try_convert tsequal tuesday type
  uescape unbounded undo union unique uniquejoin unknown unlock unnest unpack unpivot unsigned update updatetext upper
  upsert usage use user using utc_date utc_time utc_timestamp utc_tmestamp value value_of values var_pop var_samp
  varbinary varchar varcharacter variadic varying verbose versioning view virtual waitfor wallet wednesday when
  whenever where while width_bucket window with within without write writetext xor year year_month zerofill`.split(
    /\s+/,
  ),
);
