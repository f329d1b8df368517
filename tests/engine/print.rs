//! What is printed reads back as what it was: `parse(print(x)) == x`, for any expression.

use proptest::prelude::*;
use sg3_lang::ast::{AxisName, Expression, Index, IndexBase, ItemKind, Name, Node, Place, Reduction, Role};
use sg3_lang::model::{BinaryOperator, Extreme, Fact, Limit, ReductionKind, UnaryOperator};
use sg3_lang::{Diagnostics, FileId, Sources, Span, parse};

const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

fn name() -> impl Strategy<Value = Name> {
    const WORDS: [&str; 9] =
        ["cost", "minutes", "routing_factor", "from", "to", "capital.wacc", "source", "a", "first_year"];
    prop::sample::select(&WORDS[..]).prop_map(|word| Name { text: word.into(), span: NOWHERE })
}

fn of(node: Node) -> Expression {
    Expression { node, span: NOWHERE }
}

fn place_of(name: Name, indices: Vec<Index>) -> Place {
    Place { name, indices, beyond: None, span: NOWHERE }
}

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        (0u32..100_000, 0u32..4).prop_map(|(n, d)| of(Node::Number(f64::from(n) / 10f64.powi(d as i32), 0.0))),
        any::<bool>().prop_map(|yes| of(Node::YesNo(yes))),
        (1990i32..2050, 1u32..13, 1u32..29).prop_map(|(y, m, d)| of(Node::Date(y, m, d))),
        name().prop_map(|name| of(Node::Place(place_of(name, vec![])))),
        (prop_oneof![Just(Fact::First), Just(Fact::Last), Just(Fact::Step)], name())
            .prop_map(|(f, n)| of(Node::Fact(f, n))),
    ]
}

fn index(inner: BoxedStrategy<Expression>) -> impl Strategy<Value = Index> {
    let base = prop_oneof![
        name().prop_map(|name| IndexBase::Place(place_of(name, vec![]))),
        (2000i64..2050).prop_map(IndexBase::Number),
        Just(IndexBase::First),
        Just(IndexBase::Last),
        Just(IndexBase::Text("A 1".into())),
    ];
    let shift = prop::option::of((any::<bool>(), inner));
    (prop::option::of(name()), base, shift).prop_map(|(axis, base, shift)| Index { axis, base, shift, span: NOWHERE })
}

fn expression() -> impl Strategy<Value = Expression> {
    leaf().prop_recursive(5, 40, 4, |inner| {
        let boxed = inner.clone().boxed();
        let operator = prop::sample::select(&BinaryOperator::SIGNS[..]).prop_map(|(_, operator, _)| operator);
        let place = (name(), prop::collection::vec(index(boxed.clone()), 0..3), prop::option::of(inner.clone()));
        let world = (inner.clone(), name(), inner.clone());
        prop_oneof![
            (operator, inner.clone(), inner.clone()).prop_map(|(o, l, r)| of(Node::Binary(
                o,
                Box::new(l),
                Box::new(r)
            ))),
            inner.clone().prop_map(|x| of(Node::Unary(UnaryOperator::Negate, Box::new(x)))),
            inner.clone().prop_map(|x| of(Node::Unary(UnaryOperator::Not, Box::new(x)))),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(c, a, b)| of(Node::If(
                Box::new(c),
                Box::new(a),
                Box::new(b)
            ))),
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|arguments| of(Node::Call(Name { text: "ceil".into(), span: NOWHERE }, arguments))),
            place.prop_map(|(name, indices, beyond)| {
                of(Node::Place(Place { beyond: beyond.map(Box::new), ..place_of(name, indices) }))
            }),
            reduction(boxed),
            world.prop_map(|(body, name, value)| of(Node::Counterfactual(
                Box::new(body),
                vec![(place_of(name, vec![]), value)]
            ))),
        ]
    })
}

fn reduction(inner: BoxedStrategy<Expression>) -> impl Strategy<Value = Expression> {
    let how = prop::sample::select(&ReductionKind::WORDS[..]).prop_map(|(_, how)| how);
    let axis = (prop::option::of(name()), name()).prop_map(|(alias, dimension)| AxisName { alias, dimension });
    let limit = prop::option::of((prop_oneof![Just(Limit::Before), Just(Limit::Upto)], name()));
    let from = (prop::sample::select(&Extreme::WORDS[..]), inner.clone());
    let clauses = (
        limit,
        prop::option::of(inner.clone()),
        prop::collection::vec(name(), 0..3),
        prop::option::of(inner.clone()),
        prop::option::of(from),
    );
    (how, inner, prop::collection::vec(axis, 1..3), clauses).prop_map(|(how, body, axes, clauses)| {
        let (limit, filter, by, at, from) = clauses;
        let (from, order) = match from {
            Some((_, lower)) if how.has_bands() => (Some(lower), None),
            Some(((_, first), key)) => (None, Some((first, Some(key).filter(|_| how != ReductionKind::Rank)))),
            None => (None, None),
        };
        let reduction =
            Reduction { how, arguments: vec![body], axes, limit, filter, by, at, from, order, to: Some(0.01) };
        of(Node::Reduce(Box::new(reduction)))
    })
}

/// The expression with half digits left out, which belong to the way a number was typed.
fn read(text: &str) -> Option<Expression> {
    let mut sources = Sources::default();
    let file = sources.add("t", format!("```sg3\nx \"X\" : ratio = {text}\n```\n"));
    let mut diagnostics = Diagnostics::default();
    let document = parse(&sources, file, &mut diagnostics);
    match &document.items.first()?.kind {
        ItemKind::Quantity(quantity) => match &quantity.role {
            Role::Computed(sg3_lang::ast::Body::Formula(formula)) => Some(formula.clone()),
            _ => None,
        },
        _ => None,
    }
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_as_what_it_was(expression in expression()) {
        let printed = expression.to_string();
        let again = read(&printed);
        prop_assert!(again.is_some(), "cannot read {printed}");
        let again = again.map(|again| again.to_string());
        prop_assert_eq!(again.as_deref(), Some(&*printed));
        prop_assert_eq!(without_digits(read(&printed)), without_digits(Some(expression)));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "(\\PC|\n|```sg3\n|```\n|\\| |\"|[a-z]+ |= |\\[|\\]|\\(|\\)|: |input |dimension |over )*") {
        let mut sources = Sources::default();
        let file = sources.add("t", format!("# T\n```sg3\n{text}\n```\n"));
        parse(&sources, file, &mut Diagnostics::default());
    }

    #[test]
    fn formatting_twice_is_formatting_once(text in "(\\PC|\n|\\| |\"|[a-z]+ |= |\\[|\\]|\\(|\\)|: |# |-|/|\\.\\.|[0-9]+)*") {
        let document = format!("# T\n```sg3\n{text}\n```\n");
        let once = sg3_lang::format(&document);
        prop_assert_eq!(sg3_lang::format(&once), once);
    }
}

fn without_digits(expression: Option<Expression>) -> String {
    // `Debug` without places and typed digits: equality of what is said
    let text = format!("{expression:?}");
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Number(") {
        let (before, after) = rest.split_at(at);
        let end = after.find([',', ')']).unwrap_or(after.len());
        let close = after.find(')').unwrap_or(after.len());
        kept.push_str(&without_spans(before));
        kept.push_str(&after[..end]);
        rest = &after[close..];
    }
    kept + &without_spans(rest)
}

fn without_spans(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("span: Span {") {
        kept.push_str(&rest[..at]);
        rest =
            rest[at..].split_once('}').map_or("", |(_, after)| after.split_once('}').map_or(after, |(_, after)| after));
    }
    kept + rest
}
