//! What a document says of itself before its title: whose it is, and what it rests on.

/// Where a method comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The regional groups whose it is; `all` where it is of all of them.
    pub groups: Vec<String>,
    /// The Recommendations, supplements and papers that it follows.
    pub recommendations: Vec<String>,
    /// What the field calls the method.
    pub methods: Vec<String>,
    /// What was taken from the text of these; nothing where that was not seen.
    pub from_the_text: Option<String>,
    /// What is the authors' own.
    pub our_own: Option<String>,
}

impl Provenance {
    /// What a document may say, each on a line of its own: `groups: Africa; Arab region`.
    pub const KEYS: [&str; 5] = ["groups", "recommendations", "methods", "from the text", "our own"];

    /// Whether it is of a group, and of all where the document says so; capitals do not count.
    ///
    /// ```
    /// use sg3_lang::Provenance;
    /// let of = |group: &str| Provenance { groups: vec![group.to_owned()], ..Provenance::default() };
    /// assert!(of("Africa").is_of_group("africa") && of("all").is_of_group("Africa"));
    /// assert!(!of("Arab region").is_of_group("africa"));
    /// ```
    pub fn is_of_group(&self, group: &str) -> bool {
        let wanted = group.to_lowercase();
        self.is_of_all() || self.groups.iter().any(|own| own.to_lowercase().contains(&wanted))
    }

    /// Whether it is of all groups.
    pub fn is_of_all(&self) -> bool {
        self.groups.iter().any(|own| own == "all")
    }
}
