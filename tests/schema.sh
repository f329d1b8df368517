#!/usr/bin/env bash
# Every part of live workbooks against the published schemas of the format.
#   tests/schema.sh SCHEMAS                      workbooks of samples
#   tests/schema.sh SCHEMAS result.xlsx ...      these
# SCHEMAS is a folder with the transitional schemas of ISO/IEC 29500-4 (sml.xsd, dml-*.xsd, shared-*.xsd) and those of packages of
# ISO/IEC 29500-2 (opc-*.xsd). They are free of charge from ISO and Ecma International (ECMA-376, parts 4 and 2) and not kept here.
# Needs xmllint (libxml2-utils) and unzip.
set -euo pipefail
schemas=$(realpath "${1:?a folder of schemas}")
shift
cd "$(dirname "$0")/.."
sg3=$(realpath "${SG3:-target/debug/sg3}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The schema that a part answers to; none for one that has none of its own.
schema_of() {
    case $1 in
        '[Content_Types].xml') echo opc-contentTypes.xsd ;;
        *.rels) echo opc-relationships.xsd ;;
        xl/charts/*) echo dml-chart.xsd ;;
        xl/drawings/*) echo dml-spreadsheetDrawing.xsd ;;
        xl/theme/*) echo dml-main.xsd ;;
        docProps/app.xml) echo shared-documentPropertiesExtended.xsd ;;
        docProps/custom.xml) echo shared-documentPropertiesCustom.xsd ;;
        xl/*.xml) echo sml.xsd ;;
    esac
}

# Whether all parts of an unpacked workbook are valid; says which are not.
valid() {
    local part schema all=0
    while IFS= read -r part; do
        schema=$(schema_of "$part")
        # programs keep blanks at the edge of a text with this attribute of XML, which the schema does not name
        [ "$schema" != sml.xsd ] || sed -i 's| xml:space="preserve"||g' "$1/$part"
        [ -z "$schema" ] || xmllint --nonet --noout --schema "$schemas/$schema" "$1/$part" 2>"$work/said" || {
            head -3 "$work/said"
            all=1
        }
    done < <(cd "$1" && find . -type f -printf '%P\n' | sort)
    return $all
}

unpacked() {
    rm -rf "$work/parts"
    unzip -q "$1" -d "$work/parts"
}

if [ $# = 0 ]; then
    number=0
    while read -r model data; do
        number=$((number + 1))
        # shellcheck disable=SC2086
        "$sg3" run "$model" $data -o "$work/$number.xlsx" >/dev/null || [ $? = 1 ]
        set -- "$@" "$work/$number.xlsx"
    done <<'MODELS'
tour/mobile samples/tour/operator.xlsx --set wacc=0.115
regional/africa samples/africa/operator.xlsx
top-down/cost-allocation samples/cost-allocation/operator.xlsx
top-down/common-cost samples/common-cost/operator.xlsx
top-down/ramsey samples/common-cost/demand.xlsx
top-down/lric samples/lric/operator.xlsx
top-down/current-cost samples/current-cost/operator.xlsx
top-down/hybrid samples/hybrid/operator.xlsx
finance/cost-of-capital samples/cost-of-capital/cost-of-capital.xlsx
finance/annualisation samples/cost-of-capital/annualisation.xlsx
finance/economic-depreciation samples/cost-of-capital/economic-depreciation.xlsx
finance/building-blocks samples/building-blocks/operator.xlsx
MODELS
fi

for workbook in "$@"; do
    unpacked "$workbook"
    valid "$work/parts" || { echo "$workbook is not valid"; exit 1; }
done

# What is wrong must be found, or nothing was checked.
sed -i 's|<sheetData>|<sheetDate/><sheetData>|' "$work/parts/xl/worksheets/sheet1.xml"
if valid "$work/parts" >/dev/null; then
    echo "a wrong element was not found"
    exit 1
fi
echo "$# workbooks are valid"
