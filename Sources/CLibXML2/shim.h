// Debian builds libxml2 with ICU, whose headers clash with the ICU inside Foundation when one module sees both.
// Undefining the switch hides only trailing members of structures that libxml2 allocates itself.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
