#!/usr/bin/env bash
# Pictures of live workbooks, to be looked at: one PNG a page. The folder is the argument; then models with data, or all of these.
#   tests/pictures.sh target/pictures
#   tests/pictures.sh target/pictures regional/africa samples/africa/operator.xlsx
#   tests/pictures.sh target/pictures result.xlsx
# Needs soffice (LibreOffice Calc) and pdftoppm (poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?a folder for the pictures}
shift
sg3=${SG3:-target/debug/sg3}
mkdir -p "$folder"

# LibreOffice keeps saved values unless it is told to work everything out again.
profile="$folder/profile"
mkdir -p "$profile/user"
cat > "$profile/user/registrymodifications.xcu" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XML

picture() {
    local model=$1 name
    name=$(echo "$model" | tr '/' '_')
    name=${name%.xlsx}
    case $model in
        *.xlsx) cp "$model" "$folder/$name.xlsx" ;;
        *) "$sg3" run "$@" -o "$folder/$name.xlsx" || [ $? = 1 ] ;;
    esac
    soffice "-env:UserInstallation=file://$(realpath "$profile")" --headless --convert-to pdf --outdir "$folder" "$folder/$name.xlsx" >/dev/null 2>&1
    pdftoppm -r 60 -png "$folder/$name.pdf" "$folder/$name"
}

if [ $# -gt 0 ]; then
    picture "$@"
    exit
fi
picture tour/mobile samples/tour/operator.xlsx --set wacc=0.115
picture regional/africa samples/africa/operator.xlsx
