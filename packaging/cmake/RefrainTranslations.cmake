# refrain_translations(TARGET): the translations in resources/translations travel inside TARGET as :/i18n/refrain_xx.qm.
# Whoever changed a sentence runs `cmake --build --preset dev --target update_translations` and fills in what is new;
# tst_translations fails until then. English has a file for its plurals alone.
function(refrain_translations target)
  set(folder "${PROJECT_SOURCE_DIR}/resources/translations")
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*.ts")
  qt_add_lrelease(${target} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE compiled)
  qt_add_resources(${target} translations PREFIX /i18n BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})

  set(sources app/console ui -I app -I . -source-language en -locations none -no-obsolete)
  add_custom_target(update_translations
    COMMAND Qt6::lupdate ${sources} -pluralonly -target-language en -ts "${folder}/refrain_en.ts"
    COMMAND Qt6::lupdate ${sources} -target-language de -ts "${folder}/refrain_de.ts"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
endfunction()
