# Les messages au sujet d’une personne, entre le ménage et les agents.

messages = Messages
messages-go = Lire et écrire des messages
messages-unread = { $count ->
    [one] { $count } nouveau message d’un agent
   *[other] { $count } nouveaux messages d’agents
}
messages-heading = Messages au sujet de { $name }
messages-what-for = Écrivez ici aux agents, en sécurité : pour répondre à ce qu’ils demandent ou leur dire ce qu’ils devraient savoir.
messages-not-at-once = Un agent le lit, mais personne ne répond sur-le-champ. Vous recevez un courriel quand il y a une réponse; il dit seulement que quelque chose est ici.
messages-empty = Aucun message pour le moment. Vous n’avez pas à écrire : si un agent a besoin de quelque chose, il le demande ici et vous recevez un courriel.
messages-closed = Il n’est plus possible d’écrire de messages. Vous pouvez encore lire ceux qui sont ici.
message-officer = Agent
message-you = Vous
message-new = Nouveau
message-read = Lu par un agent le { $when }
message-not-read = Pas encore lu
message-label = Votre message
message-hint = Du texte seulement. N’écrivez jamais votre mot de passe ni un code
message-room = { $count ->
    [one] Il reste { $count } caractère
   *[other] Il reste { $count } caractères
}
message-room-over = { $count ->
    [one] { $count } caractère de trop
   *[other] { $count } caractères de trop
}
message-send = Envoyer le message
message-sent = Le message est envoyé. Vous le voyez plus haut.
