//! Functions of spreadsheets that are written otherwise here: the remedy is the line as it would be written.

use super::checker::Checker;
use super::scope::Scope;
use crate::ast;

impl Checker<'_> {
    /// How a call of a function that only spreadsheets have is written here.
    pub(super) fn as_written_here(&self, scope: &Scope, name: &str, arguments: &[ast::Expression]) -> Option<String> {
        let texts: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let part = |number: usize| texts.get(number).map_or("...", |text| &**text);
        let over = self.axes_to_reduce(scope, arguments);
        Some(match &*name.to_uppercase() {
            "IF" | "IFS" => format!("if {} then {} else {}", part(0), part(1), part(2)),
            "SUM" => format!("sum({} over {over})", part(0)),
            "SUMPRODUCT" => format!("sum({} over {over})", texts.join(" * ")),
            "SUMIF" | "SUMIFS" => format!("sum({} over {over} where ...)", texts.last().map_or("...", |text| text)),
            "AVERAGE" => format!("mean({} over {over})", part(0)),
            "MEDIAN" => format!("median({} over {over})", part(0)),
            "PERCENTILE" | "PERCENTILE.INC" | "QUARTILE" => format!("percentile({} over {over} at 25%)", part(0)),
            "SLOPE" | "INTERCEPT" => format!("{}({} over {over})", name.to_lowercase(), texts.join(", ")),
            "RANK" | "RANK.EQ" => format!("rank({} over {over} from greatest)", part(0)),
            "COUNT" | "COUNTIF" | "COUNTIFS" => format!("count({} > 0 over {over})", part(0)),
            "VLOOKUP" | "HLOOKUP" | "XLOOKUP" | "INDEX" | "MATCH" => {
                "price[kind_of]` for the price of a member, or `lookup(price over band at volume from lower)".to_owned()
            }
            "IFERROR" | "ISERROR" | "ISNA" => format!("if {} > 0 then ... else ...", part(0)),
            "AND" => texts.join(" and "),
            "OR" => texts.join(" or "),
            "NOT" => format!("not {}", part(0)),
            "ROUNDUP" | "CEILING" => format!("ceil({})", part(0)),
            "ROUNDDOWN" | "INT" => format!("floor({})", part(0)),
            "PMT" => "use finance/annualisation as annuity where ...".to_owned(),
            _ if self.functions.iter().any(|function| function.name == name.to_lowercase()) => {
                format!("{}({})", name.to_lowercase(), texts.join(", "))
            }
            "MIN" | "MAX" => format!("{}({})", name.to_lowercase(), texts.join(", ")),
            _ => return None,
        })
    }

    /// The axes of what is named in the arguments that are not in scope, which a reduction would go over.
    fn axes_to_reduce(&self, scope: &Scope, arguments: &[ast::Expression]) -> String {
        let named = arguments.iter().filter_map(|argument| self.quantity_of(&argument.as_name()?.text));
        let axes = named.flat_map(|id| &self.model.quantity(id).axes);
        let mut names: Vec<&str> = Vec::new();
        for axis in axes.filter(|axis| scope.find(&axis.name).is_none()) {
            if !names.contains(&&*axis.name) {
                names.push(&axis.name);
            }
        }
        if names.is_empty() { "...".to_owned() } else { names.join(", ") }
    }
}
