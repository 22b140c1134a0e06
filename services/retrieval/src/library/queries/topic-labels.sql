SELECT label FROM searchable_topics
